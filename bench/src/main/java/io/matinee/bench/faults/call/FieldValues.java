package io.matinee.bench.faults.call;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.random.RandomGenerator;

/** Draws the values of fields that hold no message. */
final class FieldValues {
  private static final int SMALL = 20;
  private static final int LARGEST_BYTES = 1_100_000;
  private static final long PLAUSIBLE_SECONDS = 1_500_000_000;

  private static final double[] ODD_NUMBERS = {
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.MIN_VALUE,
    Float.MAX_VALUE,
    -0.0,
    -1,
    1e300
  };

  private static final long[] ODD_INTEGERS = {
    Long.MIN_VALUE,
    Long.MAX_VALUE,
    Integer.MIN_VALUE,
    Integer.MAX_VALUE,
    -1,
    0,
    10_000_000_000_000L,
    -62_135_596_801L,
    253_402_300_800L,
    1_000_000_000L
  };

  private final Vocabulary vocabulary;

  FieldValues(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Object draw(FieldDescriptor field, Boldness boldness, RandomGenerator random) {
    FieldBounds bounds = FieldBounds.of(field);
    return switch (field.getJavaType()) {
      case STRING -> text(field, bounds, boldness, random);
      case BYTE_STRING -> bytes(bounds, boldness, random);
      case INT -> (int) integer(field, bounds, boldness, random);
      case LONG -> integer(field, bounds, boldness, random);
      case FLOAT -> (float) number(boldness, random);
      case DOUBLE -> number(boldness, random);
      case BOOLEAN -> random.nextBoolean();
      case ENUM -> enumerated(field.getEnumType(), boldness, random);
      case MESSAGE -> throw new IllegalArgumentException(field + " holds a message");
    };
  }

  private String text(
      FieldDescriptor field, FieldBounds bounds, Boldness boldness, RandomGenerator random) {
    return switch (boldness) {
      case FITTING -> vocabulary.word(field, bounds.pattern(), random);
      case BORDERLINE -> OddText.of(atBound(bounds, random), random);
      case ODD -> OddText.draw(random);
    };
  }

  private static ByteString bytes(FieldBounds bounds, Boldness boldness, RandomGenerator random) {
    long length =
        switch (boldness) {
          case FITTING -> random.nextInt(SMALL);
          case BORDERLINE -> atBound(bounds, random);
          case ODD -> random.nextInt(LARGEST_BYTES);
        };
    byte[] bytes = new byte[(int) Math.clamp(length, 0, LARGEST_BYTES)];
    random.nextBytes(bytes);
    return ByteString.copyFrom(bytes);
  }

  private static long integer(
      FieldDescriptor field, FieldBounds bounds, Boldness boldness, RandomGenerator random) {
    return switch (boldness) {
      case FITTING ->
          field.getName().equals("seconds")
              ? PLAUSIBLE_SECONDS + random.nextInt(SMALL)
              : bounds.lowest() + random.nextInt(SMALL);
      case BORDERLINE -> atBound(bounds, random);
      case ODD -> ODD_INTEGERS[random.nextInt(ODD_INTEGERS.length)];
    };
  }

  private static double number(Boldness boldness, RandomGenerator random) {
    return switch (boldness) {
      case FITTING -> (1 + random.nextInt(10)) / 2.0;
      case BORDERLINE -> random.nextInt(3) - 1;
      case ODD -> ODD_NUMBERS[random.nextInt(ODD_NUMBERS.length)];
    };
  }

  private static EnumValueDescriptor enumerated(
      EnumDescriptor type, Boldness boldness, RandomGenerator random) {
    int known = type.getValues().size();
    return boldness == Boldness.FITTING || type.isClosed()
        ? type.getValues().get(random.nextInt(known))
        : type.findValueByNumberCreatingIfUnknown(random.nextBoolean() ? known : -1);
  }

  private static long atBound(FieldBounds bounds, RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> bounds.lowest();
      case 1 -> bounds.lowest() - 1;
      case 2 -> bounds.highest();
      default -> bounds.highest() + 1;
    };
  }
}
