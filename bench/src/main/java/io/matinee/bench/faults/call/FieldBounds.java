package io.matinee.bench.faults.call;

import build.buf.validate.FieldRules;
import build.buf.validate.ValidateProto;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.Descriptors.FieldDescriptor;

/**
 * What a contract says about a field; zeros and an empty text where it says nothing.
 *
 * @param lowest the least length, or the least number
 * @param highest the greatest length, or the greatest number
 * @param items the most items of a list or map
 * @param pattern of a text
 */
record FieldBounds(long lowest, long highest, long items, String pattern) {
  static FieldBounds of(FieldDescriptor field) {
    FieldOptions options = field.getOptions();
    FieldRules rules =
        options.hasExtension(ValidateProto.field)
            ? options.getExtension(ValidateProto.field)
            : FieldRules.getDefaultInstance();
    long items = Math.max(rules.getRepeated().getMaxItems(), rules.getMap().getMaxPairs());
    FieldRules each = field.isRepeated() ? rules.getRepeated().getItems() : rules;
    return switch (field.getJavaType()) {
      case STRING ->
          new FieldBounds(
              each.getString().getMinLen(),
              Math.max(each.getString().getMaxBytes(), each.getString().getMaxLen()),
              items,
              each.getString().getPattern());
      case BYTE_STRING ->
          new FieldBounds(each.getBytes().getMinLen(), each.getBytes().getMaxLen(), items, "");
      case INT -> new FieldBounds(each.getInt32().getGte(), each.getInt32().getLte(), items, "");
      case LONG -> new FieldBounds(each.getInt64().getGte(), each.getInt64().getLte(), items, "");
      case FLOAT, DOUBLE, BOOLEAN, ENUM, MESSAGE -> new FieldBounds(0, 0, items, "");
    };
  }
}
