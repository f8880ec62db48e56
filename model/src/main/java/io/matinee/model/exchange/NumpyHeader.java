package io.matinee.model.exchange;

import io.matinee.model.exchange.StoredArray.Type;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a {@code .npy} file of version 1.0 to 3.0: the magic text, the length of the
 * description, and the description, a literal of Python.
 *
 * @param bytes the size of the header
 * @param type what elements are
 * @param width the bytes of an element
 * @param shape the dimensions
 */
record NumpyHeader(int bytes, Type type, int width, List<Long> shape) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST = 1 << 16;
  private static final Pattern TYPE = Pattern.compile("'descr': *'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order': *(True|False)");
  private static final Pattern SHAPE =
      Pattern.compile("'shape': *\\(((?:[0-9]{1,18}(?:, *[0-9]{1,18})*,? *)?)\\)");
  private static final Pattern KIND = Pattern.compile("([<|=])([fiuUS])([0-9]{1,9})");
  private static final int UTF32_BYTES = 4;

  /**
   * Reads a header.
   *
   * @throws UnreadableScorerException if it is none, or of an array that is not read
   */
  static NumpyHeader read(String name, DataInputStream input) throws IOException {
    byte[] magic = input.readNBytes(MAGIC.length);
    if (!Arrays.equals(magic, MAGIC)) {
      throw UnreadableScorerException.of(name, "is no array of NumPy; save it by numpy.savez");
    }
    int major = input.readUnsignedByte();
    int minor = input.readUnsignedByte();
    if (major < 1 || major > 3 || minor != 0) {
      throw UnreadableScorerException.of(
          name, "is of NumPy's format %d.%d, of which nothing is known".formatted(major, minor));
    }
    int lengthBytes = major == 1 ? Short.BYTES : Integer.BYTES;
    long length =
        major == 1
            ? Short.toUnsignedInt(Short.reverseBytes(input.readShort()))
            : Integer.toUnsignedLong(Integer.reverseBytes(input.readInt()));
    if (length > LONGEST) {
      throw UnreadableScorerException.of(name, "has a header of %,d bytes".formatted(length));
    }
    byte[] description = new byte[(int) length];
    input.readFully(description);
    return parse(
        name,
        MAGIC.length + 2 + lengthBytes + description.length,
        new String(description, StandardCharsets.UTF_8));
  }

  private static NumpyHeader parse(String name, int bytes, String description) {
    String type = group(name, TYPE, description);
    boolean columnsFirst = group(name, ORDER, description).equals("True");
    List<Long> shape =
        Arrays.stream(group(name, SHAPE, description).split(",", -1))
            .map(String::strip)
            .filter(length -> !length.isEmpty())
            .map(Long::valueOf)
            .toList();
    if (type.contains("O")) {
      throw UnreadableScorerException.of(
          name,
          "holds pickled objects, which are not opened; save numbers by astype(\"float32\") and ids by astype(str)");
    }
    if (columnsFirst && shape.size() > 1) {
      throw UnreadableScorerException.of(
          name, "is in Fortran's order; save numpy.ascontiguousarray(" + name + ")");
    }
    Matcher kind = KIND.matcher(type);
    if (!kind.matches()) {
      throw unread(name, type);
    }
    return of(name, bytes, type, kind.group(2), Integer.parseInt(kind.group(3)), shape);
  }

  private static NumpyHeader of(
      String name, int bytes, String type, String kind, int size, List<Long> shape) {
    return switch (kind) {
      case "f" -> {
        if (size != Float.BYTES && size != Double.BYTES) {
          throw unread(name, type);
        }
        yield new NumpyHeader(bytes, Type.FLOAT, size, shape);
      }
      case "i" -> new NumpyHeader(bytes, Type.INTEGER, integer(name, type, size), shape);
      case "U" -> {
        if (size > Integer.MAX_VALUE / UTF32_BYTES) {
          throw unread(name, type);
        }
        yield new NumpyHeader(bytes, Type.TEXT, UTF32_BYTES * size, shape);
      }
      default -> throw unread(name, type);
    };
  }

  private static int integer(String name, String type, int size) {
    if (size != Integer.BYTES && size != Long.BYTES) {
      throw unread(name, type);
    }
    return size;
  }

  private static UnreadableScorerException unread(String name, String type) {
    return UnreadableScorerException.of(
        name,
        "is of the type %s; save numbers by astype(\"float32\"), ids by astype(\"int64\") or astype(str)"
            .formatted(type));
  }

  private static String group(String name, Pattern pattern, String description) {
    Matcher found = pattern.matcher(description);
    if (!found.find()) {
      throw UnreadableScorerException.of(
          name,
          "has a header without a plain type, order or shape; save plain arrays by numpy.savez");
    }
    return found.group(1);
  }

  /** Returns how many bytes an array of this shape has. */
  long contentBytes(String name) {
    try {
      return shape.stream().reduce((long) width, Math::multiplyExact);
    } catch (ArithmeticException overflow) {
      throw UnreadableScorerException.of(name, "is of the overflowing shape " + shape);
    }
  }
}
