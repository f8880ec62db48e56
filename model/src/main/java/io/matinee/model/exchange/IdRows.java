package io.matinee.model.exchange;

import io.matinee.model.ratings.IdDictionary;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/** Which row of a file belongs to whom; grows with what is read, whatever a header claims. */
final class IdRows {
  private static final int UNKNOWN = -1;
  private static final int LONGEST_ID = 256;
  private static final int BUFFER_BYTES = 1 << 16;
  private static final Charset UTF_32 = Charset.forName("UTF-32LE");

  private final String array;
  private final IdDictionary ids;
  private final BitSet present = new BitSet();
  private int[] places = new int[1_024];
  private int rows;
  private long unknown;
  private String example = "";

  private IdRows(String array, IdDictionary ids) {
    this.array = array;
    this.ids = ids;
  }

  /**
   * Reads the ids of a side.
   *
   * @throws UnreadableScorerException if they are missing or of another type, one comes twice, or
   *     none is one of the dictionary
   */
  static IdRows read(ArrayFile file, String side, IdDictionary ids) throws IOException {
    StoredArray array =
        file.array(side + "_ids")
            .orElseThrow(
                () ->
                    UnreadableScorerException.of(
                        side + "_ids", "is missing; it says whose each row of factors is"));
    if (array.shape().size() != 1) {
      throw array.wrong("has the shape %s; it must be [rows]".formatted(array.shape()));
    }
    IdRows read = new IdRows(array.name(), ids);
    try (InputStream content = new BufferedInputStream(array.content().open(), BUFFER_BYTES)) {
      switch (array.type()) {
        case INTEGER -> read.numbers(array, content);
        case TEXT -> read.texts(array, content);
        case BYTES -> read.bytes(file, side, content);
        case FLOAT ->
            throw array.wrong(
                "holds floats; save ids by astype(\"int64\") or astype(str), as the data set spells them");
      }
    }
    if (read.present.isEmpty()) {
      throw array.wrong(
          "names nobody of the data set, whose ids begin with %s, those of the file with %s; spell them as the data set does"
              .formatted(ids.size() == 0 ? "none" : ids.id(0), read.example));
    }
    return read;
  }

  long rows() {
    return rows;
  }

  BitSet present() {
    return present;
  }

  long unknown() {
    return unknown;
  }

  String example() {
    return example;
  }

  /**
   * Reads an array's rows into the places of their ids.
   *
   * @param width how many numbers a row has
   * @param size how many ids the dictionary has
   */
  float[] scatter(StoredArray source, int width, int size) throws IOException {
    float[] target = new float[size * width];
    float[] row = new float[width];
    try (FloatReader reader = FloatReader.open(source)) {
      for (int at = 0; at < rows; at++) {
        reader.read(row);
        if (places[at] != UNKNOWN) {
          System.arraycopy(row, 0, target, places[at] * width, width);
        }
      }
    }
    return target;
  }

  private void numbers(StoredArray source, InputStream content) throws IOException {
    ByteBuffer number = ByteBuffer.allocate(source.width()).order(ByteOrder.LITTLE_ENDIAN);
    for (long row = 0; row < source.length(0); row++) {
      fill(number.array(), content);
      long value = source.width() == Long.BYTES ? number.getLong(0) : number.getInt(0);
      add(Long.toString(value));
    }
  }

  private void texts(StoredArray source, InputStream content) throws IOException {
    if (source.width() > LONGEST_ID * Integer.BYTES) {
      throw source.wrong("holds texts of over %d characters".formatted(LONGEST_ID));
    }
    byte[] text = new byte[source.width()];
    for (long row = 0; row < source.length(0); row++) {
      fill(text, content);
      String filled = new String(text, UTF_32);
      int end = filled.indexOf('\0');
      add(end < 0 ? filled : filled.substring(0, end));
    }
  }

  private void bytes(ArrayFile file, String side, InputStream content) throws IOException {
    String name = side + "_id_starts";
    StoredArray starts =
        file.array(name)
            .filter(array -> array.shape().size() == 1 && array.width() == Long.BYTES)
            .orElseThrow(
                () ->
                    UnreadableScorerException.of(
                        name, "is missing or no I64 [rows + 1]; it says where each id begins"));
    ByteBuffer number = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    try (InputStream positions = new BufferedInputStream(starts.content().open(), BUFFER_BYTES)) {
      long start = 0;
      for (long row = 0; row < starts.length(0); row++) {
        fill(number.array(), positions);
        long length = number.getLong(0) - start;
        if (row == 0 ? length != 0 : length < 0 || length > LONGEST_ID) {
          throw starts.wrong("does not ascend from 0 by at most %d".formatted(LONGEST_ID));
        }
        if (row > 0) {
          byte[] id = new byte[(int) length];
          fill(id, content);
          add(new String(id, StandardCharsets.UTF_8));
        }
        start += length;
      }
    }
  }

  private void add(String id) {
    if (rows == places.length) {
      places = Arrays.copyOf(places, Math.multiplyExact(2, rows));
    }
    int place = ids.indexOf(id);
    if (place < 0) {
      unknown++;
      example = example.isEmpty() ? id : example;
    } else if (present.get(place)) {
      throw UnreadableScorerException.of(
          array, "names %s twice; each row needs an id of its own".formatted(id));
    } else {
      present.set(place);
    }
    places[rows++] = place < 0 ? UNKNOWN : place;
  }

  private static void fill(byte[] target, InputStream content) throws IOException {
    if (content.readNBytes(target, 0, target.length) < target.length) {
      throw new EOFException("the ids end early");
    }
  }
}
