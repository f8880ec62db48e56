package io.matinee.trainer.dataset.form;

import io.matinee.trainer.dataset.rejection.UnreadableImport;
import io.matinee.trainer.dataset.row.RatingRows;
import io.matinee.trainer.dataset.text.Slice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongConsumer;

/** The ratings of several files, one after another, of which one is open. Not thread-safe. */
final class RatingsInTurn implements RatingRows {

  /** Opens one file. */
  interface Opening {
    /** Opens a file before its first row. */
    RatingRows open(Path file) throws IOException;
  }

  /** After so many rows, a power of two, it is told how far the reading is. */
  private static final int ROWS_BETWEEN_NEWS = 1 << 16;

  private final Opening opening;
  private final LongConsumer bytesRead;
  private final Deque<Path> waiting;
  private RatingRows present;
  private long offsetBefore;
  private long presentBytes;
  private long rows;

  /**
   * Opens the first of some files.
   *
   * @param files at least one
   * @param bytesRead hears, again and again, how many bytes have been read
   */
  RatingsInTurn(List<Path> files, Opening opening, LongConsumer bytesRead) throws IOException {
    this.opening = opening;
    this.bytesRead = bytesRead;
    this.waiting = new ArrayDeque<>(files);
    this.presentBytes = Files.size(files.getFirst());
    this.present = opening.open(waiting.removeFirst());
  }

  @Override
  public boolean next() throws IOException {
    while (!present.next()) {
      if (waiting.isEmpty()) {
        return false;
      }
      boolean rated = present.rated();
      present.close();
      offsetBefore += presentBytes;
      presentBytes = Files.size(waiting.getFirst());
      Path file = waiting.removeFirst();
      present = opening.open(file);
      checkKind(file, rated);
    }
    if (++rows % ROWS_BETWEEN_NEWS == 0) {
      bytesRead.accept(offset());
    }
    return true;
  }

  /** Checks that a file goes with those before: a version holds ratings or watches, never both. */
  private void checkKind(Path file, boolean ratedBefore) {
    if (present.rated() != ratedBefore) {
      throw UnreadableImport.of(
          file,
          ratedBefore
              ? "has no column of ratings, and the files before have one"
              : "has a column of ratings, and the files before have none",
          "import ratings and watches into data sets of their own, or say in options.event_kind (--watches) that all are watches");
    }
  }

  @Override
  public String problem() {
    return present.problem();
  }

  @Override
  public Slice user() {
    return present.user();
  }

  @Override
  public Slice movie() {
    return present.movie();
  }

  @Override
  public Slice rating() {
    return present.rating();
  }

  @Override
  public Slice time() {
    return present.time();
  }

  @Override
  public boolean rated() {
    return present.rated();
  }

  @Override
  public boolean timed() {
    return present.timed();
  }

  @Override
  public String file() {
    return present.file();
  }

  @Override
  public long line() {
    return present.line();
  }

  @Override
  public String text() {
    return present.text();
  }

  @Override
  public long offset() {
    return offsetBefore + present.offset();
  }

  @Override
  public void close() throws IOException {
    present.close();
  }
}
