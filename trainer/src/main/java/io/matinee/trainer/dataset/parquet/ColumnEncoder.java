package io.matinee.trainer.dataset.parquet;

/** Encodes the columns of a group of rows, one after another. Not thread-safe. */
final class ColumnEncoder {
  private final Encoding encoding = new Encoding();
  private final Bytes dictionary = new Bytes();
  private final Bytes data = new Bytes();
  private final long[] values = new long[RatingColumns.ROWS];
  private final long[] there = new long[RatingColumns.ROWS];
  private final DifferentRatings differentRatings = new DifferentRatings();
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

  /** Encodes ids that are all whole numbers, which {@code known} reads for this column alone. */
  Encoded numbers(int[] ids, int rows, IdTexts texts, WholeNumbers known) {
    begin();
    known.of(ids, rows, texts, values);
    encoding.delta(values, rows, data);
    return new Encoded(Encoding.DELTA, rows, 0, dictionary, data, Bounds.of(values, rows, 0));
  }

  Encoded ratings(float[] given, int rows) {
    begin();
    int present = present(given, rows);
    Encoding.levels(there, rows, present, data);
    if (present == 0) {
      return new Encoded(Encoding.PLAIN, rows, 0, dictionary, data, Bounds.ofNone(rows));
    }
    int different = differentRatings.places(given, rows, values);
    if (different == DifferentRatings.TOO_MANY) {
      for (int row = 0; row < rows; row++) {
        if (!Float.isNaN(given[row])) {
          data.putInt(Float.floatToRawIntBits(given[row]));
        }
      }
      Bounds bounds = Bounds.of(given, rows, (long) rows - present);
      return new Encoded(Encoding.PLAIN, rows, 0, dictionary, data, bounds);
    }
    for (int place = 0; place < different; place++) {
      dictionary.putInt(Float.floatToRawIntBits(differentRatings.ratings()[place]));
    }
    Bounds bounds = Bounds.of(differentRatings.ratings(), different, (long) rows - present);
    Encoding.places(values, present, different, data);
    return new Encoded(Encoding.DICTIONARY, rows, different, dictionary, data, bounds);
  }

  Encoded times(long[] given, int rows) {
    begin();
    int present = 0;
    for (int row = 0; row < rows; row++) {
      int one = given[row] == RatingColumns.NO_TIME ? 0 : 1;
      there[row] = one;
      values[present] = given[row];
      present += one;
    }
    Encoding.levels(there, rows, present, data);
    if (present == 0) {
      return new Encoded(Encoding.PLAIN, rows, 0, dictionary, data, Bounds.ofNone(rows));
    }
    encoding.delta(values, present, data);
    Bounds bounds = Bounds.of(values, present, (long) rows - present);
    return new Encoded(Encoding.DELTA, rows, 0, dictionary, data, bounds);
  }

  /** Encodes ids as texts. */
  Encoded texts(int[] ids, int rows, IdTexts texts) {
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
  }

  /** Notes which ratings are there; returns how many. */
  private int present(float[] given, int rows) {
    int present = 0;
    for (int row = 0; row < rows; row++) {
      int one = Float.isNaN(given[row]) ? 0 : 1;
      there[row] = one;
      present += one;
    }
    return present;
  }
}
