package io.matinee.runtime.validation;

import build.buf.validate.FieldRules;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/** How large a message that keeps its contract's rules can be on the wire. For one thread. */
public final class LargestMessage {
  private static final int LONGEST_VARINT = 10;

  private final Set<Descriptor> open = new HashSet<>();

  private LargestMessage() {}

  /** Returns the bytes of the largest message; empty when a field in it has no bound. */
  public static OptionalLong bytes(Descriptor type) {
    try {
      return OptionalLong.of(new LargestMessage().message(type));
    } catch (UnboundedFieldException unbounded) {
      return OptionalLong.empty();
    }
  }

  private long message(Descriptor type) throws UnboundedFieldException {
    if (!open.add(type)) {
      throw new UnboundedFieldException();
    }
    long bytes = 0;
    for (FieldDescriptor field : type.getFields()) {
      if (field.getRealContainingOneof() == null) {
        bytes += field(field);
      }
    }
    for (OneofDescriptor oneof : type.getRealOneofs()) {
      bytes += largest(oneof);
    }
    open.remove(type);
    return bytes;
  }

  private long largest(OneofDescriptor oneof) throws UnboundedFieldException {
    long largest = 0;
    for (FieldDescriptor field : oneof.getFields()) {
      largest = Math.max(largest, field(field));
    }
    return largest;
  }

  private long field(FieldDescriptor field) throws UnboundedFieldException {
    FieldRules rules = StatedRules.of(field);
    int tag = CodedOutputStream.computeTagSize(field.getNumber());
    if (field.isMapField()) {
      FieldDescriptor key = field.getMessageType().findFieldByNumber(1);
      FieldDescriptor value = field.getMessageType().findFieldByNumber(2);
      long entry =
          2 + value(key, rules.getMap().getKeys()) + value(value, rules.getMap().getValues());
      return bound(rules.getMap().hasMaxPairs(), rules.getMap().getMaxPairs())
          * (tag + withLength(entry));
    }
    if (field.isRepeated()) {
      return bound(rules.getRepeated().hasMaxItems(), rules.getRepeated().getMaxItems())
          * (tag + value(field, rules.getRepeated().getItems()));
    }
    return tag + value(field, rules);
  }

  private long value(FieldDescriptor field, FieldRules rules) throws UnboundedFieldException {
    return switch (field.getJavaType()) {
      case STRING ->
          withLength(bound(rules.getString().hasMaxBytes(), rules.getString().getMaxBytes()));
      case BYTE_STRING ->
          withLength(bound(rules.getBytes().hasMaxLen(), rules.getBytes().getMaxLen()));
      case MESSAGE ->
          withLength(
              ValueBounds.areOf(field.getMessageType())
                  ? ValueBounds.largest()
                  : message(field.getMessageType()));
      case BOOLEAN -> 1;
      case FLOAT -> Float.BYTES;
      case DOUBLE -> Double.BYTES;
      case INT, LONG, ENUM -> LONGEST_VARINT;
    };
  }

  private static long withLength(long bytes) {
    return CodedOutputStream.computeUInt64SizeNoTag(bytes) + bytes;
  }

  private static long bound(boolean stated, long bound) throws UnboundedFieldException {
    if (!stated) {
      throw new UnboundedFieldException();
    }
    return bound;
  }

  private static final class UnboundedFieldException extends Exception {}
}
