package io.matinee.runtime.validation;

import build.buf.validate.FieldRules;
import build.buf.validate.ValidateProto;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import com.google.protobuf.TimestampProto;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Messages with rules that our contracts do not have yet. */
final class MadeUpContract {
  private static final Map<String, String> RULES = new LinkedHashMap<>();

  static {
    RULES.put("string.const", "string: {const: 'als'}");
    RULES.put("string.len", "string: {len: 1}");
    RULES.put("string.min_len", "string: {min_len: 2}");
    RULES.put("string.max_len", "string: {max_len: 1}");
    RULES.put("string.len_bytes", "string: {len_bytes: 4}");
    RULES.put("string.min_bytes", "string: {min_bytes: 4}");
    RULES.put("string.max_bytes", "string: {max_bytes: 4}");
    RULES.put("string.pattern", "string: {pattern: 'a.b|^.$'}");
    RULES.put("string.prefix", "string: {prefix: 'prefix-'}");
    RULES.put("string.suffix", "string: {suffix: '-suffix'}");
    RULES.put("string.contains", "string: {contains: '-'}");
    RULES.put("string.not_contains", "string: {not_contains: '/'}");
    RULES.put("string.in", "string: {in: ['a', 'als']}");
    RULES.put("string.not_in", "string: {not_in: ['a', 'als']}");
    RULES.put("bytes.len", "bytes: {len: 5}");
    RULES.put("bytes.min_len", "bytes: {min_len: 5}");
    RULES.put("bytes.max_len", "bytes: {max_len: 5}");
    for (String kind :
        List.of("int32", "int64", "sint32", "sint64", "sfixed32", "sfixed64", "float", "double")) {
      RULES.put(kind + ".const", kind + ": {const: 1}");
      RULES.put(kind + ".gt", kind + ": {gt: 0}");
      RULES.put(kind + ".gte", kind + ": {gte: 1}");
      RULES.put(kind + ".lt", kind + ": {lt: 1}");
      RULES.put(kind + ".lte", kind + ": {lte: 0}");
      RULES.put(kind + ".gt_lt", kind + ": {gt: -1, lt: 1}");
      RULES.put(kind + ".gt_lte", kind + ": {gt: -1, lte: 1}");
      RULES.put(kind + ".gte_lt", kind + ": {gte: -1, lt: 1}");
      RULES.put(kind + ".gte_lte", kind + ": {gte: -1, lte: 1}");
    }
    for (String kind : List.of("int32", "sint64")) {
      RULES.put(kind + ".in", kind + ": {in: [1, 99]}");
      RULES.put(kind + ".not_in", kind + ": {not_in: [1, 99]}");
    }
    RULES.put("float.finite", "float: {finite: true}");
    RULES.put("double.finite", "double: {finite: true}");
    RULES.put("double.gte/fraction", "double: {gte: .75}");
    RULES.put("enum.const", "enum: {const: 1}");
    RULES.put("enum.defined_only", "enum: {defined_only: true}");
    RULES.put("enum.in", "enum: {in: [1, 2]}");
    RULES.put("enum.not_in", "enum: {not_in: [0, 999]}");
    RULES.put("timestamp.gt", "timestamp: {gt: {seconds: 0, nanos: 1}}");
    RULES.put("timestamp.gte", "timestamp: {gte: {seconds: -2208988800}}");
    RULES.put("timestamp.lt", "timestamp: {lt: {}}");
    RULES.put("timestamp.lte", "timestamp: {lte: {seconds: 4133980800}}");
    RULES.put("timestamp.gt_lte", "timestamp: {gt: {} lte: {seconds: 4133980800}}");
    RULES.put("required/string", "required: true string: {max_bytes: 3}");
    RULES.put("required/timestamp", "required: true timestamp: {}");
    RULES.put("repeated.min_items", "repeated: {min_items: 2 items: {string: {max_bytes: 9}}}");
    RULES.put("repeated.max_items", "repeated: {max_items: 2 items: {string: {min_len: 1}}}");
    RULES.put("repeated.unique", "repeated: {unique: true items: {string: {max_bytes: 9}}}");
  }

  private MadeUpContract() {}

  /** Returns the names of the rules that are compiled; after a slash, why one is there again. */
  static List<String> rules() {
    return List.copyOf(RULES.keySet());
  }

  /** Returns an empty message with a field of one of {@link #rules}. */
  static Message of(String rule) throws DescriptorValidationException {
    return message(Objects.requireNonNull(RULES.get(rule)));
  }

  /** Returns an empty message with a rule that is not compiled. */
  static Message ofEmail() throws DescriptorValidationException {
    return message("string: {email: true}");
  }

  private static Message message(String rules) throws DescriptorValidationException {
    FileDescriptorProto file =
        FileDescriptorProto.newBuilder()
            .setName("made_up.proto")
            .setSyntax("proto3")
            .addDependency("google/protobuf/timestamp.proto")
            .addEnumType(
                EnumDescriptorProto.newBuilder()
                    .setName("Choice")
                    .addValue(EnumValueDescriptorProto.newBuilder().setName("NONE").setNumber(0))
                    .addValue(EnumValueDescriptorProto.newBuilder().setName("ONE").setNumber(1)))
            .addMessageType(
                DescriptorProto.newBuilder()
                    .setName("MadeUp")
                    .addField(field(rules(rules)).setName("field").setNumber(1)))
            .build();
    FileDescriptor[] imports = {TimestampProto.getDescriptor()};
    return DynamicMessage.getDefaultInstance(
        FileDescriptor.buildFrom(file, imports).findMessageTypeByName("MadeUp"));
  }

  private static FieldDescriptorProto.Builder field(FieldRules rules) {
    FieldDescriptorProto.Builder field =
        FieldDescriptorProto.newBuilder()
            .setLabel(rules.hasRepeated() ? Label.LABEL_REPEATED : Label.LABEL_OPTIONAL)
            .setOptions(FieldOptions.newBuilder().setExtension(ValidateProto.field, rules));
    return switch (rules.getTypeCase()) {
      case TIMESTAMP -> field.setType(Type.TYPE_MESSAGE).setTypeName(".google.protobuf.Timestamp");
      case ENUM -> field.setType(Type.TYPE_ENUM).setTypeName(".Choice");
      case REPEATED -> field.setType(Type.TYPE_STRING);
      default ->
          field.setType(
              Type.valueOf("TYPE_" + rules.getTypeCase().name().toUpperCase(Locale.ROOT)));
    };
  }

  private static FieldRules rules(String text) {
    try {
      return TextFormat.parse(text, FieldRules.class);
    } catch (TextFormat.ParseException malformed) {
      throw new IllegalArgumentException(text, malformed);
    }
  }
}
