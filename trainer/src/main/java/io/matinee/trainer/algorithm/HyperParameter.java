package io.matinee.trainer.algorithm;

import io.matinee.runtime.error.Excerpt;

/**
 * A number that steers an algorithm and that a caller may set.
 *
 * @param key its name, e.g. {@code dimensions}
 * @param description what it does, with its unit
 * @param defaultValue its value unless set, as text
 * @param minimum the least allowed value
 * @param maximum the greatest allowed value
 * @param integer whether it must be a whole number
 */
public record HyperParameter(
    String key,
    String description,
    String defaultValue,
    double minimum,
    double maximum,
    boolean integer) {

  /** A hyper-parameter that is a whole number within [minimum, maximum]. */
  public static HyperParameter whole(
      String key, String description, long defaultValue, long minimum, long maximum) {
    return new HyperParameter(
        key, description, Long.toString(defaultValue), minimum, maximum, true);
  }

  /** A hyper-parameter that is any number within [minimum, maximum]. */
  public static HyperParameter real(
      String key, String description, double defaultValue, double minimum, double maximum) {
    return new HyperParameter(
        key, description, Double.toString(defaultValue), minimum, maximum, false);
  }

  /**
   * Checks a value that a caller gave.
   *
   * @throws IllegalArgumentException naming the key, what is wrong and what is allowed
   */
  public void check(String value) {
    double number = parse(value);
    boolean allowed =
        number >= minimum && number <= maximum && (!integer || number == Math.rint(number));
    if (!allowed) {
      throw refusal(value);
    }
  }

  private double parse(String value) {
    try {
      return integer ? Long.parseLong(value) : Double.parseDouble(value);
    } catch (NumberFormatException unreadable) {
      throw refusal(value);
    }
  }

  private IllegalArgumentException refusal(String value) {
    return new IllegalArgumentException(
        "%s is %s; give %s from %s to %s"
            .formatted(
                key,
                Excerpt.of(value),
                integer ? "a whole number" : "a number",
                text(minimum),
                text(maximum)));
  }

  private String text(double bound) {
    return integer ? Long.toString((long) bound) : Double.toString(bound);
  }
}
