package io.matinee.trainer.algorithm.setting;

import java.util.Optional;

/**
 * A hyper-parameter that is a finite number.
 *
 * @param key its name
 * @param description what it does, with its unit
 * @param defaultValue its value unless set
 * @param range which numbers are allowed
 * @param logScale whether factors matter rather than differences, as for whoever draws or plots
 *     values; then all are over 0
 */
public record Real(
    String key, String description, Double defaultValue, Range range, boolean logScale)
    implements HyperParameter<Double> {

  private static final String WHOLE = ".0";

  /** Refuses a default that is not allowed, and a logarithmic scale with 0. */
  public Real {
    if (!range.holds(defaultValue)) {
      throw new IllegalArgumentException(key + " is not allowed its default");
    }
    if (logScale && !(range.least().orElse(0) > 0)) {
      throw new IllegalArgumentException(key + " has a logarithmic scale that reaches 0");
    }
  }

  /** Returns a number without bounds, on a linear scale. */
  public static Real of(String key, String description, double defaultValue) {
    return new Real(key, description, defaultValue, Range.ALL, false);
  }

  /** Returns the same with a least value. */
  public Real from(double least) {
    return new Real(key, description, defaultValue, range.from(least), logScale);
  }

  /** Returns the same with a greatest value. */
  public Real to(double most) {
    return new Real(key, description, defaultValue, range.to(most), logScale);
  }

  /** Returns the same on a logarithmic scale. */
  public Real onLogScale() {
    return new Real(key, description, defaultValue, range, true);
  }

  @Override
  public String allowed() {
    return "a number" + range.words(Real::plain);
  }

  @Override
  public Optional<Double> read(GivenValue given) {
    return given.real().filter(range::holds);
  }

  @Override
  public String text(Double value) {
    return plain(value);
  }

  static String plain(double number) {
    String text = Double.toString(number);
    return text.endsWith(WHOLE) ? text.substring(0, text.length() - WHOLE.length()) : text;
  }
}
