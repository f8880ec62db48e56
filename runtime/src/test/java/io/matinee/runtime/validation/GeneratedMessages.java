package io.matinee.runtime.validation;

import build.buf.validate.FieldRules;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.ListValue;
import com.google.protobuf.Message;
import com.google.protobuf.Value;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes messages that keep, just keep, just break or plainly break the rules of their contract. */
final class GeneratedMessages {
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "als",
          "toy-story.csv",
          "../etc",
          "a/b",
          "é",
          "日本",
          "😀",
          "a\nb",
          "models/m",
          "models/m/versions/7",
          "models/m/versions/0",
          "models/M/versions/7",
          "models/m/aliases/prod",
          "evaluations/e-1",
          "datasets/d",
          "datasets/d/versions/12",
          "4a7c1b0e-9a3d-4d3b-8f26-0c1d2e3f4a5b",
          "datasets/d\n",
          " datasets/d",
          "prefix-middle-suffix",
          "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
  private static final List<String> CHARACTERS = List.of("a", "é", "日", "😀");

  private final Random random;
  private double wildness;

  GeneratedMessages(long seed) {
    this.random = new Random(seed);
  }

  /** Returns another message of a type. */
  Message next(Message prototype) {
    wildness = List.of(0.0, .02, .2, .7).get(random.nextInt(4));
    return message(prototype.newBuilderForType());
  }

  private Message message(Message.Builder builder) {
    double around = wildness;
    if (builder.getDescriptorForType().getFullName().startsWith("google.")) {
      wildness = 0; // Of messages that are not ours protovalidate knows no rules.
    }
    Message made = filled(builder);
    wildness = around;
    return made;
  }

  private Message filled(Message.Builder builder) {
    for (FieldDescriptor field : builder.getDescriptorForType().getFields()) {
      FieldRules rules = StatedRules.of(field);
      if (field.isMapField()) {
        entries(builder, field, rules);
      } else if (field.isRepeated()) {
        int size = size(rules.getRepeated().getMinItems(), rules.getRepeated().getMaxItems());
        for (int i = 0; i < size; i++) {
          builder.addRepeatedField(field, value(builder, field, rules.getRepeated().getItems()));
        }
      } else if (random.nextDouble() < .85) {
        builder.setField(field, value(builder, field, rules));
      }
    }
    return builder.build();
  }

  private void entries(Message.Builder builder, FieldDescriptor field, FieldRules rules) {
    FieldDescriptor key = field.getMessageType().findFieldByNumber(1);
    FieldDescriptor value = field.getMessageType().findFieldByNumber(2);
    int size = size(rules.getMap().getMinPairs(), rules.getMap().getMaxPairs());
    for (int i = 0; i < size; i++) {
      Message.Builder entry = builder.newBuilderForField(field);
      String prefix = size > 3 ? i + ":" : "";
      entry.setField(key, prefix + value(entry, key, rules.getMap().getKeys()));
      entry.setField(value, value(entry, value, rules.getMap().getValues()));
      builder.addRepeatedField(field, entry.build());
    }
  }

  private int size(long least, long most) {
    long bound = most == 0 ? 10 : most;
    int usual = (int) Math.min(bound, least + random.nextInt(4));
    if (random.nextDouble() < wildness / 4) {
      return (int) (random.nextBoolean() ? bound + 1 : Math.max(0, least - 1));
    }
    return random.nextInt(20) == 0 ? (int) bound : usual;
  }

  private Object value(Message.Builder around, FieldDescriptor field, FieldRules rules) {
    return switch (field.getJavaType()) {
      case STRING -> string(rules);
      case BYTE_STRING -> bytes(rules);
      case BOOLEAN -> random.nextBoolean();
      case ENUM -> ofEnum(field.getEnumType());
      case INT -> (int) whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> whole(Long.MIN_VALUE, Long.MAX_VALUE);
      case FLOAT -> (float) real();
      case DOUBLE -> real();
      case MESSAGE ->
          switch (field.getMessageType().getFullName()) {
            case "google.protobuf.Timestamp" -> time(around.newBuilderForField(field));
            case "google.protobuf.Value" -> value();
            default -> message(around.newBuilderForField(field));
          };
    };
  }

  /** Of those that are allowed: protovalidate knows no bounds of others. */
  private Value value() {
    Value number = Value.newBuilder().setNumberValue(real()).build();
    return switch (random.nextInt(4)) {
      case 0 -> number;
      case 1 -> Value.newBuilder().setBoolValue(random.nextBoolean()).build();
      case 2 -> Value.newBuilder().setStringValue("é".repeat(random.nextInt(129))).build();
      default ->
          Value.newBuilder()
              .setListValue(
                  ListValue.newBuilder()
                      .addAllValues(Collections.nCopies(random.nextInt(65), number)))
              .build();
    };
  }

  private String string(FieldRules rules) {
    String pattern = rules.getString().getPattern();
    List<String> fitting =
        TEXTS.stream().filter(text -> pattern.isEmpty() || text.matches(pattern)).toList();
    if (random.nextDouble() >= wildness && !fitting.isEmpty()) {
      return fitting.get(random.nextInt(fitting.size()));
    }
    if (random.nextInt(3) > 0) {
      return TEXTS.get(random.nextInt(TEXTS.size()));
    }
    String character = CHARACTERS.get(random.nextInt(CHARACTERS.size()));
    int bytes = (int) rules.getString().getMaxBytes() + random.nextInt(3) - 1;
    int width = character.getBytes(StandardCharsets.UTF_8).length;
    return character.repeat(Math.max(0, bytes / width)) + "a".repeat(Math.max(0, bytes % width));
  }

  private ByteString bytes(FieldRules rules) {
    int bound = (int) rules.getBytes().getMaxLen();
    int length = random.nextDouble() < wildness ? bound + random.nextInt(3) - 1 : 5;
    return ByteString.copyFrom(new byte[Math.max(0, length)]);
  }

  private EnumValueDescriptor ofEnum(EnumDescriptor type) {
    return random.nextDouble() < wildness
        ? type.findValueByNumberCreatingIfUnknown(random.nextInt(3) * 999)
        : type.getValues().get(random.nextInt(type.getValues().size()));
  }

  private long whole(long least, long greatest) {
    if (random.nextDouble() >= wildness) {
      return 100 + random.nextInt(900);
    }
    long[] values = {least, -1, 0, 1, 2, 99, 100, 1000, 1001, 9999, 10_000, 100_001, greatest};
    return values[random.nextInt(values.length)];
  }

  private double real() {
    double[] usual = {.5, .25, .999};
    if (random.nextDouble() >= wildness) {
      return usual[random.nextInt(usual.length)];
    }
    double[] values = {
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      -0.0,
      0,
      1,
      -1,
      Double.MIN_VALUE,
      Math.nextDown(1.0),
      Math.nextUp(1.0),
      Double.MAX_VALUE
    };
    return values[random.nextInt(values.length)];
  }

  /** Of the years 1 to 9999: protovalidate cannot compute with others. */
  private Message time(Message.Builder time) {
    long[] seconds = {
      -62_135_596_800L,
      -2_208_988_801L,
      -2_208_988_800L,
      0,
      4_133_980_799L,
      4_133_980_800L,
      253_402_300_799L
    };
    int[] nanos = {0, 1, 999_999_999};
    boolean wild = random.nextDouble() < wildness;
    var type = time.getDescriptorForType();
    return time.setField(
            type.findFieldByName("seconds"), wild ? seconds[random.nextInt(seconds.length)] : 1000L)
        .setField(type.findFieldByName("nanos"), nanos[random.nextInt(nanos.length)])
        .build();
  }
}
