package io.matinee.trainer.dataset.rating;

import io.matinee.trainer.dataset.form.RatingsHeader;
import io.matinee.trainer.dataset.text.LineBlocks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Finds out whether the ids of a ratings file can be kept as whole numbers: whether each is written
 * as such a number is printed, so that {@code 007} and {@code 7} stay two users. On the way it
 * looks for repeated ratings. Any byte that leaves a doubt where a row or a field ends, such as a
 * quote, is an answer too: no.
 */
final class WholeNumberScan {
  private static final int MOST_DIGITS = 18;
  private static final long NO_NUMBER = -1;

  private final RatingsHeader header;
  private final int lastId;
  private final byte[] delimiter;
  private final RepeatedRatings repeated = new RepeatedRatings();
  private byte[] bytes = {};
  private int position;
  private long rows;

  private WholeNumberScan(RatingsSource source) {
    header = source.header();
    lastId = Math.max(header.user(), header.movie());
    delimiter = source.delimiter().getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether a file begins with whole numbers as ids. */
  static boolean isPromising(RatingsSource source) throws IOException {
    try (LineBlocks blocks = LineBlocks.open(source.file())) {
      return blocks.next() && new WholeNumberScan(source).takeFirst(blocks);
    }
  }

  /** Looks through all of a file; empty when an id is not a whole number, or when told to stop. */
  static Optional<WholeNumbers> of(RatingsSource source, BooleanSupplier stop) throws IOException {
    WholeNumberScan scan = new WholeNumberScan(source);
    try (LineBlocks blocks = LineBlocks.open(source.file())) {
      boolean sound = blocks.next() && scan.takeFirst(blocks);
      while (sound && blocks.next()) {
        sound = !stop.getAsBoolean() && scan.take(blocks);
      }
      return sound
          ? Optional.of(new WholeNumbers(scan.rows, scan.repeated.mayOccur()))
          : Optional.empty();
    }
  }

  private boolean takeFirst(LineBlocks blocks) {
    if (header.present()) {
      bytes = blocks.bytes();
      while (bytes[position] != '\n') {
        position++;
      }
      position++;
    }
    return take(blocks);
  }

  private boolean take(LineBlocks blocks) {
    bytes = blocks.bytes();
    while (position < blocks.end()) {
      if (!takeRow()) {
        return false;
      }
      rows++;
    }
    position = 0;
    return true;
  }

  private boolean takeRow() {
    long user = NO_NUMBER;
    long movie = NO_NUMBER;
    for (int field = 0; field <= lastId; field++) {
      if (field > 0 && !takeDelimiter()) {
        return false;
      }
      if (field == header.user()) {
        user = takeNumber();
      } else if (field == header.movie()) {
        movie = takeNumber();
      } else if (!skipTo(delimiter[0])) {
        return false;
      }
    }
    if (user == NO_NUMBER || movie == NO_NUMBER || !skipTo('\n')) {
      return false;
    }
    position++;
    repeated.add(user + 1, movie + 1);
    return true;
  }

  private long takeNumber() {
    int start = position;
    long number = 0;
    int digit = bytes[position] - '0';
    while (digit >= 0 && digit <= 9) {
      number = 10 * number + digit;
      position++;
      digit = bytes[position] - '0';
    }
    int digits = position - start;
    boolean padded = digits > 1 && bytes[start] == '0';
    return digits == 0 || digits > MOST_DIGITS || padded ? NO_NUMBER : number;
  }

  private boolean takeDelimiter() {
    for (byte expected : delimiter) {
      if (bytes[position] != expected) {
        return false;
      }
      position++;
    }
    return true;
  }

  /** Goes on to a byte in the line; false when the line ends before, or is not plain. */
  private boolean skipTo(int wanted) {
    int at = position;
    for (byte next = bytes[at]; next != wanted; next = bytes[at]) {
      boolean lineEnds = next == '\n' || (next == '\r' && bytes[at + 1] != '\n');
      if (lineEnds || next == '"') {
        return false;
      }
      at++;
    }
    position = at;
    return true;
  }
}
