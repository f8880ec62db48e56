package io.matinee.trainer.algorithm.setting;

import java.util.Optional;

/**
 * What steers an algorithm and may be set. An algorithm holds each as a constant, by which it reads
 * its value: {@code settings.get(DIMENSIONS)}. Immutable and thread-safe.
 *
 * @param <T> the type of its values
 */
public sealed interface HyperParameter<T> permits Whole, Real, Choice, Flag, WholeList {

  /** Returns its name, e.g. {@code dimensions}. */
  String key();

  /** Returns what it does, with its unit. */
  String description();

  /** Returns its value unless set. */
  T defaultValue();

  /** Returns what is allowed, in words, e.g. {@code a whole number from 1 to 1024}. */
  String allowed();

  /** Returns the value that a caller gave, if it is allowed. */
  Optional<T> read(GivenValue given);

  /** Returns a value as text; reading it gives the value back. */
  String text(T value);

  /** Returns its value unless set, as text. */
  default String defaultText() {
    return text(defaultValue());
  }

  /**
   * Returns the value that a caller gave.
   *
   * @throws IllegalArgumentException naming the key, the value and what is allowed
   */
  default T require(GivenValue given) {
    return read(given)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is %s; give %s".formatted(key(), given.shown(), allowed())));
  }

  /**
   * Returns the value that a caller gave, as text.
   *
   * @throws IllegalArgumentException as {@link #require}
   */
  default String checked(GivenValue given) {
    return text(require(given));
  }
}
