package io.matinee.trainer.dataset.parquet;

import java.util.Arrays;

/**
 * What numbered ids are called: a view of arrays to whose ends more may be added meanwhile.
 *
 * @param bytes the ids in UTF-8, one after the other
 * @param starts where each begins; behind it, where the next does
 */
@SuppressWarnings("ArrayRecordComponent") // a view, made for each group of rows
public record IdTexts(byte[] bytes, int[] starts) {

  /** Returns an id that is a whole number of at most 18 digits. */
  long number(int id) {
    long number = 0;
    for (int at = starts[id]; at < starts[id + 1]; at++) {
      number = 10 * number + (bytes[at] - '0');
    }
    return number;
  }

  /** Compares two ids in the order of their bytes without a sign. */
  int compare(int one, int other) {
    return Arrays.compareUnsigned(
        bytes, starts[one], starts[one + 1], bytes, starts[other], starts[other + 1]);
  }

  /** Returns the bytes of an id. */
  byte[] copy(int id) {
    return Arrays.copyOfRange(bytes, starts[id], starts[id + 1]);
  }

  /** Writes an id as Parquet writes texts. */
  void put(int id, Bytes out) {
    int length = starts[id + 1] - starts[id];
    out.putInt(length);
    out.put(bytes, starts[id], length);
  }
}
