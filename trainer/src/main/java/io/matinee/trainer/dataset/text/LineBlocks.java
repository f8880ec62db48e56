package io.matinee.trainer.dataset.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file in blocks of whole lines, without making texts of them. Not thread-safe. */
public final class LineBlocks implements AutoCloseable {
  private static final int BLOCK_BYTES = 1 << 20;

  private final InputStream in;
  private final byte[] bytes = new byte[BLOCK_BYTES];
  private int filled;
  private int end;

  private LineBlocks(InputStream in) {
    this.in = in;
  }

  /** Opens a file. */
  public static LineBlocks open(Path file) throws IOException {
    return new LineBlocks(Files.newInputStream(file));
  }

  /** Takes the next block; false when there is none, or a line is longer than a block. */
  public boolean next() throws IOException {
    int begun = filled - end;
    System.arraycopy(bytes, end, bytes, 0, begun);
    int room = bytes.length - 1 - begun;
    int read = in.readNBytes(bytes, begun, room);
    filled = begun + read;
    if (read == 0 && begun > 0 && room > 0) {
      bytes[filled++] = '\n';
    }
    end = filled;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end > 0;
  }

  /** The block's bytes, from 0 to {@link #end}; each line ends in a line feed. */
  public byte[] bytes() {
    return bytes;
  }

  /** The position behind the last line. */
  public int end() {
    return end;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
