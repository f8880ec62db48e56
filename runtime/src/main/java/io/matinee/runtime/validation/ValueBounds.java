package io.matinee.runtime.validation;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.ListValue;
import com.google.protobuf.Value;

/**
 * The bounds of {@code google.protobuf.Value}, whose contract is not ours and states none: null, a
 * number, true or false, a text, or a list of numbers. So it never nests; objects and lists of
 * anything else are refused {@link WireLists on the wire} already, however deep they are.
 */
final class ValueBounds {
  /** The most bytes of a text. */
  static final int TEXT_BYTES = 256;

  /** The most numbers of a list. */
  static final int NUMBERS = 64;

  private ValueBounds() {}

  /** Returns whether a type of message is this. */
  static boolean areOf(Descriptor type) {
    return type.getFullName().equals(Value.getDescriptor().getFullName());
  }

  /** Returns the bytes of the largest on the wire. */
  static long largest() {
    Value text = Value.newBuilder().setStringValue("x".repeat(TEXT_BYTES)).build();
    Value number = Value.newBuilder().setNumberValue(1).build();
    ListValue.Builder numbers = ListValue.newBuilder();
    for (int index = 0; index < NUMBERS; index++) {
      numbers.addValues(number);
    }
    Value list = Value.newBuilder().setListValue(numbers).build();
    return Math.max(text.getSerializedSize(), list.getSerializedSize());
  }

  /** Returns what is said of one that does not keep them. */
  static Violation broken() {
    return new Violation(
        "",
        "value.bounds",
        "value must be a number, true or false, a text of at most %d bytes or a list of at most %d numbers"
            .formatted(TEXT_BYTES, NUMBERS));
  }

  /** Adds what is wrong with a value. */
  static void check(Object message, Violations found) {
    Value value = (Value) message;
    boolean kept =
        switch (value.getKindCase()) {
          case STRING_VALUE -> Utf8Length.fits(value.getStringValue(), TEXT_BYTES);
          case LIST_VALUE -> isOfNumbers(value.getListValue());
          case STRUCT_VALUE -> false;
          case NUMBER_VALUE, BOOL_VALUE, NULL_VALUE, KIND_NOT_SET -> true;
        };
    if (kept) {
      PlainText.UNRULED.check(value.getStringValue(), found);
    } else {
      found.add(broken());
    }
  }

  private static boolean isOfNumbers(ListValue list) {
    return list.getValuesCount() <= NUMBERS
        && list.getValuesList().stream().allMatch(Value::hasNumberValue);
  }
}
