package io.matinee.cli.view;

import com.google.protobuf.Value;
import io.matinee.cli.output.Wording;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Values of hyper-parameters as {@code --set} takes them. */
final class ValueText {
  private ValueText() {}

  /** "epochs=20 loss=cross-entropy", by key. */
  static String settings(Map<String, Value> settings) {
    return Wording.orAbsent(
        new TreeMap<>(settings)
            .entrySet().stream()
                .map(setting -> setting.getKey() + "=" + of(setting.getValue()))
                .collect(Collectors.joining(" ")));
  }

  static String of(Value value) {
    return switch (value.getKindCase()) {
      case NUMBER_VALUE -> AllowedValues.plain(value.getNumberValue());
      case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
      case STRING_VALUE -> value.getStringValue();
      case LIST_VALUE ->
          value.getListValue().getValuesList().stream()
              .map(ValueText::of)
              .collect(Collectors.joining(","));
      case STRUCT_VALUE, NULL_VALUE, KIND_NOT_SET -> Wording.ABSENT;
    };
  }
}
