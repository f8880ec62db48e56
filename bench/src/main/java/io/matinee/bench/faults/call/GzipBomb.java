package io.matinee.bench.faults.call;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** A few thousand bytes that unpack to a message of millions of empty items. */
public final class GzipBomb {
  private static final int LENGTH_DELIMITED = 2;
  private static final int DEFAULT_FIELD = 1;

  private GzipBomb() {}

  /**
   * Returns a zipped request of a type: {@code items} empty items of its first list, or of its
   * first field when it has no list.
   */
  public static byte[] of(Descriptor type, int items) {
    int field =
        type.getFields().stream()
            .filter(FieldDescriptor::isRepeated)
            .findFirst()
            .or(() -> type.getFields().stream().findFirst())
            .map(FieldDescriptor::getNumber)
            .orElse(DEFAULT_FIELD);
    byte[] item = emptyItem(field);
    byte[] message = new byte[items * item.length];
    for (int at = 0; at < message.length; at += item.length) {
      System.arraycopy(item, 0, message, at, item.length);
    }
    return zipped(message);
  }

  /** Returns bytes as gzip packs them. */
  static byte[] zipped(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
      zip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  private static byte[] emptyItem(int field) {
    byte[] item = new byte[CodedOutputStream.computeTagSize(field) + 1];
    CodedOutputStream output = CodedOutputStream.newInstance(item);
    try {
      output.writeTag(field, LENGTH_DELIMITED);
      output.writeUInt32NoTag(0);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return item;
  }
}
