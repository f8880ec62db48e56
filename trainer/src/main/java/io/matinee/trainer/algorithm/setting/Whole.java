package io.matinee.trainer.algorithm.setting;

import java.util.Optional;

/**
 * A hyper-parameter that is a whole number of 32 bits.
 *
 * @param key its name
 * @param description what it does, with its unit
 * @param defaultValue its value unless set
 * @param range which numbers are allowed
 */
public record Whole(String key, String description, Integer defaultValue, Range range)
    implements HyperParameter<Integer> {

  /** Refuses a default that is not allowed. */
  public Whole {
    if (!range.holds(defaultValue)) {
      throw new IllegalArgumentException(key + " is not allowed its default");
    }
  }

  /** Returns a whole number without bounds. */
  public static Whole of(String key, String description, int defaultValue) {
    return new Whole(key, description, defaultValue, Range.ALL);
  }

  /** Returns the same with a least value. */
  public Whole from(int least) {
    return new Whole(key, description, defaultValue, range.from(least));
  }

  /** Returns the same with a greatest value. */
  public Whole to(int most) {
    return new Whole(key, description, defaultValue, range.to(most));
  }

  @Override
  public String allowed() {
    return "a whole number" + range.words(Whole::bound);
  }

  @Override
  public Optional<Integer> read(GivenValue given) {
    return read(given, range);
  }

  @Override
  public String text(Integer value) {
    return value.toString();
  }

  static Optional<Integer> read(GivenValue given, Range range) {
    return given
        .whole()
        .filter(number -> number == number.intValue() && range.holds(number))
        .map(Long::intValue);
  }

  static String bound(double bound) {
    return Long.toString((long) bound);
  }
}
