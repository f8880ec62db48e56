package io.matinee.runtime.validation;

import build.buf.validate.FieldRules;
import build.buf.validate.OneofRules;
import build.buf.validate.ValidateProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Turns the standard rules of a contract (protovalidate's) into checks. For one thread.
 *
 * @see <a href="https://protovalidate.com/reference/rules/standard_rules/">The rules</a>
 */
final class RuleCompiler {
  private static final Set<String> OF_VALUES =
      Set.of(
          "float",
          "double",
          "int32",
          "int64",
          "sint32",
          "sint64",
          "sfixed32",
          "sfixed64",
          "string",
          "bytes",
          "enum",
          "repeated",
          "map",
          "timestamp");
  private static final Set<String> OF_FIELDS = with(OF_VALUES, "required");

  private final Function<FieldDescriptor, FieldRules> rules;
  private final Map<Descriptor, Optional<ValueCheck>> compiled = new HashMap<>();
  private final Set<Descriptor> open = new HashSet<>();

  /** Makes a compiler; {@code rules} are those that a field states. */
  RuleCompiler(Function<FieldDescriptor, FieldRules> rules) {
    this.rules = rules;
  }

  /**
   * Returns the check of a message; empty when all messages pass.
   *
   * @throws OtherRuleException when it or a message in it has a rule beside those known here, or
   *     contains itself
   */
  Optional<ValueCheck> compile(Descriptor type) throws OtherRuleException {
    Optional<ValueCheck> known = compiled.get(type);
    if (known != null) {
      return known;
    }
    if (!open.add(type)) {
      throw new OtherRuleException(type.getFullName() + " contains itself");
    }
    List<ValueCheck> parts = parts(type);
    Optional<ValueCheck> check =
        parts.isEmpty() ? Optional.empty() : Optional.of(new MessageCheck(List.copyOf(parts)));
    compiled.put(type, check);
    return check;
  }

  private List<ValueCheck> parts(Descriptor type) throws OtherRuleException {
    RuleFields.of(type.getOptions().getExtension(ValidateProto.message), Set.of());
    List<ValueCheck> parts = new ArrayList<>();
    for (OneofDescriptor oneof : type.getRealOneofs()) {
      OneofRules stated = oneof.getOptions().getExtension(ValidateProto.oneof);
      if (RuleFields.of(stated, Set.of("required")).containsValue(true)) {
        parts.add(new OneofCheck(oneof));
      }
    }
    for (FieldDescriptor field : type.getFields()) {
      FieldRules stated = rules.apply(field);
      RuleFields.of(stated, OF_FIELDS);
      Optional<ValueCheck> value = value(field, stated);
      if (stated.getRequired() || value.isPresent()) {
        parts.add(new FieldCheck(field, stated.getRequired(), value));
      }
    }
    return parts;
  }

  private Optional<ValueCheck> value(FieldDescriptor field, FieldRules stated)
      throws OtherRuleException {
    if (field.isMapField()) {
      expect(field, stated, "map");
      FieldDescriptor key = field.getMessageType().findFieldByNumber(1);
      FieldDescriptor value = field.getMessageType().findFieldByNumber(2);
      return Optional.of(
          new MapCheck(
              field,
              stated.getMap(),
              item(key, stated.getMap().getKeys()),
              item(value, stated.getMap().getValues())));
    }
    if (field.isRepeated()) {
      expect(field, stated, "repeated");
      return ListCheck.of(
          field, stated.getRepeated(), item(field, stated.getRepeated().getItems()));
    }
    return single(field, stated);
  }

  private Optional<ValueCheck> item(FieldDescriptor field, FieldRules stated)
      throws OtherRuleException {
    RuleFields.of(stated, OF_VALUES);
    return single(field, stated);
  }

  private Optional<ValueCheck> single(FieldDescriptor field, FieldRules stated)
      throws OtherRuleException {
    if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
      return message(field, stated);
    }
    String kind = field.getType().name().toLowerCase(Locale.ROOT);
    expect(field, stated, kind);
    if (stated.getTypeCase() == FieldRules.TypeCase.TYPE_NOT_SET) {
      return field.getJavaType() == FieldDescriptor.JavaType.STRING
          ? Optional.of(PlainText.UNRULED)
          : Optional.empty();
    }
    return Optional.of(
        switch (stated.getTypeCase()) {
          case STRING -> new PlainText(StringRuleSet.of(stated.getString()));
          case BYTES -> BytesRuleSet.of(stated.getBytes());
          case ENUM -> EnumRuleSet.of(field.getEnumType(), stated.getEnum());
          default -> NumberRuleSet.of(kind, numbers(stated, kind));
        });
  }

  private Optional<ValueCheck> message(FieldDescriptor field, FieldRules stated)
      throws OtherRuleException {
    Descriptor type = field.getMessageType();
    if (isSame(type, Timestamp.getDescriptor())) {
      expect(field, stated, "timestamp");
      return Optional.of(TimeRuleSet.timestamp(stated.getTimestamp()));
    }
    expect(field, stated, "");
    if (ValueBounds.areOf(type)) {
      return Optional.of(ValueBounds::check);
    }
    return isSame(type, Duration.getDescriptor())
        ? Optional.of(TimeRuleSet.duration())
        : compile(type);
  }

  private static void expect(FieldDescriptor field, FieldRules stated, String kind)
      throws OtherRuleException {
    String found = stated.getTypeCase().name().toLowerCase(Locale.ROOT);
    if (stated.getTypeCase() != FieldRules.TypeCase.TYPE_NOT_SET && !found.equals(kind)) {
      throw new OtherRuleException(found + " rules of " + field.getFullName());
    }
  }

  private static Message numbers(FieldRules stated, String kind) {
    return (Message) stated.getField(FieldRules.getDescriptor().findFieldByName(kind));
  }

  private static boolean isSame(Descriptor type, Descriptor other) {
    return type.getFullName().equals(other.getFullName());
  }

  private static Set<String> with(Set<String> names, String another) {
    Set<String> more = new HashSet<>(names);
    more.add(another);
    return Set.copyOf(more);
  }
}
