package io.matinee.trainer.algorithm.setting;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A hyper-parameter that is one of some words: the names of an enum, in small letters and with
 * hyphens.
 *
 * @param key its name
 * @param description what it does
 * @param defaultValue its value unless set
 * @param <E> the enum
 */
public record Choice<E extends Enum<E>>(String key, String description, E defaultValue)
    implements HyperParameter<E> {

  /** Returns a choice between all values of the enum. */
  public static <E extends Enum<E>> Choice<E> of(String key, String description, E defaultValue) {
    return new Choice<>(key, description, defaultValue);
  }

  /** Returns the words to choose from, in the enum's order. */
  public List<String> words() {
    return values().map(this::text).toList();
  }

  @Override
  public String allowed() {
    return "one of " + String.join(", ", words());
  }

  @Override
  public Optional<E> read(GivenValue given) {
    return given.word().flatMap(word -> values().filter(it -> text(it).equals(word)).findFirst());
  }

  @Override
  public String text(E value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Stream<E> values() {
    return Stream.of(defaultValue.getDeclaringClass().getEnumConstants());
  }
}
