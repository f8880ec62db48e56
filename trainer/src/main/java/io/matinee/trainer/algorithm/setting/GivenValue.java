package io.matinee.trainer.algorithm.setting;

import io.matinee.runtime.error.Excerpt;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A value as it was given: of a type of its own by a caller, or as the text that is kept of one,
 * which may stand for any kind. Each reading is empty where the value is of another kind.
 * Immutable.
 */
public sealed interface GivenValue {

  /** Returns it as an error shows it: on one line, and cut where it gets long. */
  String shown();

  /** Returns it as a whole number. */
  default Optional<Long> whole() {
    return Optional.empty();
  }

  /** Returns it as a number, which may be infinite or NaN. */
  default Optional<Double> real() {
    return Optional.empty();
  }

  /** Returns it as true or false. */
  default Optional<Boolean> flag() {
    return Optional.empty();
  }

  /** Returns it as a word. */
  default Optional<String> word() {
    return Optional.empty();
  }

  /** Returns it as a list. */
  default Optional<List<GivenValue>> list() {
    return Optional.empty();
  }

  /**
   * The text that is kept of a value: a number in digits, {@code true} or {@code false}, a word, or
   * a list of them with commas between.
   *
   * @param text what was kept
   */
  record Text(String text) implements GivenValue {
    @Override
    public String shown() {
      return Excerpt.of(text);
    }

    @Override
    public Optional<Long> whole() {
      try {
        return Optional.of(Long.valueOf(text));
      } catch (NumberFormatException noWholeNumber) {
        return Optional.empty();
      }
    }

    @Override
    public Optional<Double> real() {
      try {
        return Optional.of(Double.valueOf(text));
      } catch (NumberFormatException noNumber) {
        return Optional.empty();
      }
    }

    @Override
    public Optional<Boolean> flag() {
      return Stream.of(true, false).filter(value -> value.toString().equals(text)).findFirst();
    }

    @Override
    public Optional<String> word() {
      return Optional.of(text);
    }

    @Override
    public Optional<List<GivenValue>> list() {
      Stream<String> parts = text.isEmpty() ? Stream.of() : Stream.of(text.split(",", -1));
      return Optional.of(parts.<GivenValue>map(part -> new Text(part.strip())).toList());
    }
  }

  /**
   * A word.
   *
   * @param text what was given
   */
  record Word(String text) implements GivenValue {
    @Override
    public String shown() {
      return "the text " + Excerpt.of(text);
    }

    @Override
    public Optional<String> word() {
      return Optional.of(text);
    }
  }

  /**
   * A number.
   *
   * @param number what was given
   */
  record Number(double number) implements GivenValue {
    /** Doubles beyond stand for more than one whole number. */
    private static final double EXACT = 1L << 53;

    @Override
    public String shown() {
      return Real.plain(number);
    }

    @Override
    public Optional<Long> whole() {
      boolean whole = number == Math.rint(number) && Math.abs(number) <= EXACT;
      return whole ? Optional.of((long) number) : Optional.empty();
    }

    @Override
    public Optional<Double> real() {
      return Optional.of(number);
    }
  }

  /**
   * True or false.
   *
   * @param value what was given
   */
  record Truth(boolean value) implements GivenValue {
    @Override
    public String shown() {
      return Boolean.toString(value);
    }

    @Override
    public Optional<Boolean> flag() {
      return Optional.of(value);
    }
  }

  /**
   * A list.
   *
   * @param items what was given, in its order
   */
  record Items(List<GivenValue> items) implements GivenValue {
    /** Copies the list. */
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String shown() {
      return "a list of " + items.size();
    }

    @Override
    public Optional<List<GivenValue>> list() {
      return Optional.of(items);
    }
  }

  /**
   * What is no value of any kind.
   *
   * @param shown how an error shows it
   */
  record Odd(String shown) implements GivenValue {}
}
