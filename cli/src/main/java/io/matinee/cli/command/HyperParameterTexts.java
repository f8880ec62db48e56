package io.matinee.cli.command;

import com.google.protobuf.ListValue;
import com.google.protobuf.Value;
import io.matinee.proto.trainer.v1.Algorithm;
import io.matinee.proto.trainer.v1.HyperParameter;
import io.matinee.proto.trainer.v1.Task;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Makes values of hyper-parameters of what settings say of them in text, as the descriptions of
 * algorithms ask for. What is no such value stays text: the trainer knows best what is wrong.
 *
 * @param algorithms the algorithms that the trainer has; asked for where there is a text to read
 */
record HyperParameterTexts(Supplier<List<Algorithm>> algorithms) {
  private static final String SEPARATOR = ",";

  /**
   * Returns a value.
   *
   * @param algorithmId the algorithm; empty for the default one of a task
   */
  Value read(String algorithmId, Task task, String key, String text) {
    Predicate<Algorithm> chosen =
        algorithmId.isEmpty()
            ? algorithm -> algorithm.getDefaultForList().contains(task)
            : algorithm -> algorithm.getAlgorithmId().equals(algorithmId);
    return read(chosen, key, text);
  }

  /** Returns what makes a value of a key and its text for the algorithm of a preset. */
  BiFunction<String, String, Value> ofPreset(String preset) {
    Predicate<Algorithm> chosen =
        algorithm ->
            algorithm.getPresetsList().stream().anyMatch(it -> it.getPresetId().equals(preset));
    return (key, text) -> read(chosen, key, text);
  }

  private Value read(Predicate<Algorithm> chosen, String key, String text) {
    return algorithms.get().stream()
        .filter(chosen)
        .flatMap(algorithm -> algorithm.getHyperParametersList().stream())
        .filter(parameter -> parameter.getKey().equals(key))
        .findFirst()
        .flatMap(parameter -> value(parameter.getKindCase(), text))
        .orElseGet(() -> Value.newBuilder().setStringValue(text).build());
  }

  private static Optional<Value> value(HyperParameter.KindCase kind, String text) {
    return switch (kind) {
      case WHOLE, REAL -> number(text);
      case FLAG -> truth(text);
      case WHOLE_LIST -> numbers(text);
      case CHOICE, KIND_NOT_SET -> Optional.empty();
    };
  }

  private static Optional<Value> number(String text) {
    try {
      double number = new BigDecimal(text.strip()).doubleValue();
      return Optional.of(Value.newBuilder().setNumberValue(number).build());
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  private static Optional<Value> truth(String text) {
    return text.equals("true") || text.equals("false")
        ? Optional.of(Value.newBuilder().setBoolValue(Boolean.parseBoolean(text)).build())
        : Optional.empty();
  }

  private static Optional<Value> numbers(String text) {
    List<String> parts = text.isEmpty() ? List.of() : Arrays.asList(text.split(SEPARATOR, -1));
    List<Value> numbers = parts.stream().flatMap(part -> number(part).stream()).toList();
    return numbers.size() < parts.size()
        ? Optional.empty()
        : Optional.of(
            Value.newBuilder().setListValue(ListValue.newBuilder().addAllValues(numbers)).build());
  }
}
