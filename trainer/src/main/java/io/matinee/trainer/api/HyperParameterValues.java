package io.matinee.trainer.api;

import com.google.protobuf.ListValue;
import com.google.protobuf.Value;
import io.matinee.trainer.algorithm.AlgorithmCatalogue;
import io.matinee.trainer.algorithm.setting.Choice;
import io.matinee.trainer.algorithm.setting.Flag;
import io.matinee.trainer.algorithm.setting.GivenValue;
import io.matinee.trainer.algorithm.setting.HyperParameter;
import io.matinee.trainer.algorithm.setting.Real;
import io.matinee.trainer.algorithm.setting.Whole;
import io.matinee.trainer.algorithm.setting.WholeList;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Values of hyper-parameters as messages, and those that callers give. */
final class HyperParameterValues {
  private HyperParameterValues() {}

  /** Returns what a caller gave, by key. */
  static Map<String, GivenValue> given(Map<String, Value> values) {
    return values.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> given(entry.getValue())));
  }

  /** Returns the default of a hyper-parameter. */
  static Value defaultOf(HyperParameter<?> parameter) {
    return of(parameter, parameter.defaultText());
  }

  /** Returns what is kept of an algorithm's settings, by key; as text what it has no more. */
  static Map<String, Value> kept(String algorithm, Map<String, String> settings) {
    Map<String, Value> values = new HashMap<>();
    settings.forEach(
        (key, text) -> values.put(key, Value.newBuilder().setStringValue(text).build()));
    AlgorithmCatalogue.find(algorithm).stream()
        .flatMap(description -> description.hyperParameters().stream())
        .forEach(parameter -> values.computeIfPresent(parameter.key(), typed(parameter)));
    return values;
  }

  private static BiFunction<String, Value, Value> typed(HyperParameter<?> parameter) {
    return (key, text) ->
        parameter.read(new GivenValue.Text(text.getStringValue())).isPresent()
            ? of(parameter, text.getStringValue())
            : text;
  }

  private static Value of(HyperParameter<?> parameter, String text) {
    GivenValue kept = new GivenValue.Text(text);
    return switch (parameter) {
      case Whole whole -> number(whole.require(kept));
      case Real real -> number(real.require(kept));
      case Choice<?> choice -> Value.newBuilder().setStringValue(choice.checked(kept)).build();
      case Flag flag -> Value.newBuilder().setBoolValue(flag.require(kept)).build();
      case WholeList list -> {
        ListValue.Builder items = ListValue.newBuilder();
        list.require(kept).forEach(item -> items.addValues(number(item)));
        yield Value.newBuilder().setListValue(items).build();
      }
    };
  }

  private static Value number(double number) {
    return Value.newBuilder().setNumberValue(number).build();
  }

  private static GivenValue given(Value value) {
    return switch (value.getKindCase()) {
      case NUMBER_VALUE -> new GivenValue.Number(value.getNumberValue());
      case BOOL_VALUE -> new GivenValue.Truth(value.getBoolValue());
      case STRING_VALUE -> new GivenValue.Word(value.getStringValue());
      case LIST_VALUE ->
          new GivenValue.Items(
              value.getListValue().getValuesList().stream()
                  .map(HyperParameterValues::given)
                  .toList());
      case STRUCT_VALUE -> new GivenValue.Odd("an object");
      case NULL_VALUE, KIND_NOT_SET -> new GivenValue.Odd("no value");
    };
  }
}
