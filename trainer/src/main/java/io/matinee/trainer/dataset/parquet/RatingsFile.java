package io.matinee.trainer.dataset.parquet;

import io.matinee.model.digest.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes ratings as Parquet: user_id and movie_id (whole numbers or texts), rating and timestamp,
 * uncompressed. Whole numbers and times are kept by their differences, texts and ratings by their
 * places in a dictionary of each group of rows, which is all that compression would find. Not
 * thread-safe.
 *
 * @see <a href="https://github.com/apache/parquet-format">the format</a>
 */
public final class RatingsFile implements AutoCloseable {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private final Path path;
  private final MessageDigest digest = Sha256.begin();
  private final OutputStream out;
  private final boolean wholeNumbers;
  private final ColumnEncoder encoder = new ColumnEncoder();
  private final WholeNumbers userNumbers = new WholeNumbers();
  private final WholeNumbers movieNumbers = new WholeNumbers();
  private final List<List<ColumnChunk>> groups = new ArrayList<>();
  private final Bytes pages = new Bytes();
  private long offset = MAGIC.length;

  /**
   * A new file.
   *
   * @param wholeNumbers whether ids are kept as whole numbers, else as texts
   */
  public RatingsFile(Path path, boolean wholeNumbers) throws IOException {
    this.path = path;
    this.out =
        new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(path)), digest);
    this.wholeNumbers = wholeNumbers;
    out.write(MAGIC);
  }

  /** Returns where the file is. */
  public Path path() {
    return path;
  }

  /** Returns the SHA-256 of the file when it is closed; asked once. */
  public String sha256() {
    return Sha256.end(digest);
  }

  /** Whether ids are kept as whole numbers. */
  public boolean wholeNumbers() {
    return wholeNumbers;
  }

  /** Writes ratings as a group of rows; at least one. */
  public void write(RatingColumns columns, IdTexts users, IdTexts movies) throws IOException {
    groups.add(
        List.of(
            writeIds(columns.users, columns.size(), users, userNumbers),
            writeIds(columns.movies, columns.size(), movies, movieNumbers),
            write(encoder.ratings(columns.ratings, columns.size())),
            write(encoder.times(columns.times, columns.size()))));
  }

  /** Writes what a reader begins with: the columns, and where they lie. */
  @Override
  public void close() throws IOException {
    try (out) {
      pages.clear();
      Footer.write(groups, wholeNumbers, pages);
      pages.putInt(pages.size());
      pages.writeTo(out);
      out.write(MAGIC);
    }
  }

  private ColumnChunk writeIds(int[] ids, int rows, IdTexts texts, WholeNumbers known)
      throws IOException {
    return write(
        wholeNumbers ? encoder.numbers(ids, rows, texts, known) : encoder.texts(ids, rows, texts));
  }

  private ColumnChunk write(ColumnEncoder.Encoded encoded) throws IOException {
    pages.clear();
    if (encoded.dictionarySize() > 0) {
      Footer.dictionaryPage(encoded, pages);
      pages.put(encoded.dictionary());
    }
    long data = offset + pages.size();
    Footer.dataPage(encoded, pages);
    pages.put(encoded.data());
    pages.writeTo(out);
    ColumnChunk chunk =
        new ColumnChunk(
            encoded.encoding(),
            encoded.rows(),
            encoded.dictionarySize() > 0 ? offset : -1,
            data,
            pages.size(),
            encoded.bounds());
    offset += pages.size();
    return chunk;
  }
}
