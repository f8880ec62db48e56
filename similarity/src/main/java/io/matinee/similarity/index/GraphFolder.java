package io.matinee.similarity.index;

import io.matinee.similarity.vectors.DistinctVectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.Version;

/**
 * A folder with the files of one graph, and notes on it. Each file ends with Lucene's footer, which
 * has the checksum of all that stands before it; without locks, since one process uses a folder.
 *
 * @param folder where the files lie
 */
public record GraphFolder(Path folder) {
  private static final String NOTES = "notes";
  private static final String NOTES_CODEC = "MatineeGraphNotes";
  private static final int NOTES_VERSION = 0;

  /** What the files depend on beside vectors and notes. */
  public static final String FORM =
      "Lucene %s, notes %d, %d links, beam %d"
          .formatted(
              Version.LATEST, NOTES_VERSION, HnswIndex.MAX_CONNECTIONS, HnswIndex.BEAM_WIDTH);

  /**
   * Builds a graph in this folder, which is empty, and opens it. The files stay mapped until it is
   * closed.
   */
  public HnswIndex build(DistinctVectors vectors) throws IOException {
    try (Directory directory = directory()) {
      new IndexBuilder(vectors).write(directory);
    }
    return HnswIndex.open(vectors, directory());
  }

  /**
   * Reads every file, so that what is opened next is what was written, bit for bit.
   *
   * @throws IOException if a file is not
   */
  public void verify() throws IOException {
    try (Directory directory = directory()) {
      for (String name : directory.listAll()) {
        try (IndexInput file = directory.openInput(name, IOContext.READONCE)) {
          CodecUtil.checksumEntireFile(file);
        }
      }
    }
  }

  /**
   * Opens the graph that was built here. The files stay mapped until it is closed.
   *
   * @param vectors those that it was built of
   * @throws IOException if a file is missing
   */
  public HnswIndex open(DistinctVectors vectors) throws IOException {
    return HnswIndex.open(vectors, directory());
  }

  /** Leaves notes beside the graph. */
  public void write(Map<String, String> notes) throws IOException {
    try (Directory directory = directory();
        IndexOutput file = directory.createOutput(NOTES, IOContext.DEFAULT)) {
      CodecUtil.writeHeader(file, NOTES_CODEC, NOTES_VERSION);
      file.writeMapOfStrings(notes);
      CodecUtil.writeFooter(file);
    }
  }

  /**
   * Returns the notes.
   *
   * @throws IOException if there are none
   */
  public Map<String, String> notes() throws IOException {
    try (Directory directory = directory();
        IndexInput file = directory.openInput(NOTES, IOContext.READONCE)) {
      CodecUtil.checkHeader(file, NOTES_CODEC, NOTES_VERSION, NOTES_VERSION);
      return file.readMapOfStrings();
    }
  }

  private Directory directory() throws IOException {
    return new MMapDirectory(folder, NoLockFactory.INSTANCE);
  }
}
