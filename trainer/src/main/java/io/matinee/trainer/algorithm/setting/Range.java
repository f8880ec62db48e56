package io.matinee.trainer.algorithm.setting;

import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * The numbers from a least to a greatest one, both among them; either may be absent. Immutable.
 *
 * @param least the least number
 * @param most the greatest number
 */
public record Range(OptionalDouble least, OptionalDouble most) {

  /** All finite numbers. */
  static final Range ALL = new Range(OptionalDouble.empty(), OptionalDouble.empty());

  Range from(double number) {
    return new Range(OptionalDouble.of(number), most);
  }

  Range to(double number) {
    return new Range(least, OptionalDouble.of(number));
  }

  boolean holds(double number) {
    return Double.isFinite(number)
        && number >= least.orElse(number)
        && number <= most.orElse(number);
  }

  /** Returns what to say behind the kind of number: " from 1 to 10", " from 1", "". */
  String words(DoubleFunction<String> text) {
    String from = least.isPresent() ? " from " + text.apply(least.getAsDouble()) : "";
    return from + (most.isPresent() ? " to " + text.apply(most.getAsDouble()) : "");
  }
}
