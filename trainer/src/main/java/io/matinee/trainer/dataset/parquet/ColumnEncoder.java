package io.matinee.trainer.dataset.parquet;

import java.util.Arrays;

/** Encodes the columns of a group of rows, one after another. Not thread-safe. */
final class ColumnEncoder {
  /** With more different ratings than these in a group, their dictionary saves nothing. */
  private static final int RATINGS_KEPT = 64;

  private final Encoding encoding = new Encoding();
  private final Bytes dictionary = new Bytes();
  private final Bytes data = new Bytes();
  private final long[] values = new long[RatingColumns.ROWS];
  private final long[] there = new long[RatingColumns.ROWS];
  private final float[] ratings = new float[RATINGS_KEPT];
  private final int[] met = new int[RatingColumns.ROWS];
  private int[] places = {};

  /**
   * An encoded column, valid until the next one.
   *
   * @param encoding how its values are encoded
   * @param rows how many there are
   * @param dictionarySize how many values its dictionary has; 0 for none
   * @param dictionary the dictionary
   * @param data the values
   * @param bounds between what they lie
   */
  record Encoded(
      int encoding, int rows, int dictionarySize, Bytes dictionary, Bytes data, Bounds bounds) {}

  Encoded ids(int[] ids, int rows, IdTexts texts, boolean wholeNumbers) {
    return wholeNumbers ? numbers(ids, rows, texts) : texts(ids, rows, texts);
  }

  Encoded ratings(float[] given, int rows) {
    begin();
    int present = 0;
    int different = 0;
    float least = Float.POSITIVE_INFINITY;
    float greatest = Float.NEGATIVE_INFINITY;
    for (int row = 0; row < rows; row++) {
      boolean absent = Float.isNaN(given[row]);
      there[row] = absent ? 0 : 1;
      least = absent ? least : Math.min(least, given[row]);
      greatest = absent ? greatest : Math.max(greatest, given[row]);
      if (!absent && different <= RATINGS_KEPT) {
        int place = place(given[row], different);
        different = Math.max(different, place + 1);
        values[present] = place;
      }
      present += absent ? 0 : 1;
    }
    Encoding.levels(there, rows, present, data);
    Bounds bounds =
        present == 0 ? Bounds.ofNone(rows) : Bounds.of(least, greatest, (long) rows - present);
    if (present == 0 || different > RATINGS_KEPT) {
      for (int row = 0; row < rows; row++) {
        if (!Float.isNaN(given[row])) {
          data.putInt(Float.floatToRawIntBits(given[row]));
        }
      }
      return new Encoded(Encoding.PLAIN, rows, 0, dictionary, data, bounds);
    }
    for (int place = 0; place < different; place++) {
      dictionary.putInt(Float.floatToRawIntBits(ratings[place]));
    }
    Encoding.places(values, present, different, data);
    return new Encoded(Encoding.DICTIONARY, rows, different, dictionary, data, bounds);
  }

  Encoded times(long[] given, int rows) {
    begin();
    int present = 0;
    for (int row = 0; row < rows; row++) {
      boolean absent = given[row] == RatingColumns.NO_TIME;
      there[row] = absent ? 0 : 1;
      values[present] = given[row];
      present += absent ? 0 : 1;
    }
    Encoding.levels(there, rows, present, data);
    if (present == 0) {
      return new Encoded(Encoding.PLAIN, rows, 0, dictionary, data, Bounds.ofNone(rows));
    }
    encoding.delta(values, present, data);
    Bounds bounds = Bounds.of(values, present, (long) rows - present);
    return new Encoded(Encoding.DELTA, rows, 0, dictionary, data, bounds);
  }

  private Encoded numbers(int[] ids, int rows, IdTexts texts) {
    begin();
    for (int row = 0; row < rows; row++) {
      values[row] = texts.number(ids[row]);
    }
    encoding.delta(values, rows, data);
    return new Encoded(Encoding.DELTA, rows, 0, dictionary, data, Bounds.of(values, rows, 0));
  }

  private Encoded texts(int[] ids, int rows, IdTexts texts) {
    begin();
    if (places.length < texts.starts().length) {
      places = new int[texts.starts().length];
    }
    int different = 0;
    int least = ids[0];
    int greatest = ids[0];
    for (int row = 0; row < rows; row++) {
      int id = ids[row];
      if (places[id] == 0) {
        texts.put(id, dictionary);
        met[different++] = id;
        places[id] = different;
        least = texts.compare(id, least) < 0 ? id : least;
        greatest = texts.compare(id, greatest) > 0 ? id : greatest;
      }
      values[row] = places[id] - 1L;
    }
    for (int i = 0; i < different; i++) {
      places[met[i]] = 0;
    }
    Encoding.places(values, rows, different, data);
    Bounds bounds = new Bounds(0, texts.copy(least), texts.copy(greatest));
    return new Encoded(Encoding.DICTIONARY, rows, different, dictionary, data, bounds);
  }

  private void begin() {
    dictionary.clear();
    data.clear();
    Arrays.fill(there, 0);
  }

  /** The place of a rating among those met; a new one is added while there is room. */
  private int place(float rating, int different) {
    int bits = Float.floatToRawIntBits(rating);
    int place = 0;
    while (place < different && Float.floatToRawIntBits(ratings[place]) != bits) {
      place++;
    }
    if (place < RATINGS_KEPT) {
      ratings[place] = rating;
    }
    return place;
  }
}
