package io.matinee.trainer.algorithm.setting;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A hyper-parameter that is a list of whole numbers of 32 bits, e.g. the widths of layers.
 *
 * @param key its name
 * @param description what it does, with the unit of its numbers
 * @param defaultValue its value unless set
 * @param range which numbers are allowed in it
 * @param mostItems how many numbers it may have
 */
public record WholeList(
    String key, String description, List<Integer> defaultValue, Range range, int mostItems)
    implements HyperParameter<List<Integer>> {

  /** Copies the default; refuses one that is not allowed. */
  public WholeList {
    defaultValue = List.copyOf(defaultValue);
    if (defaultValue.size() > mostItems || !defaultValue.stream().allMatch(range::holds)) {
      throw new IllegalArgumentException(key + " is not allowed its default");
    }
  }

  /** Returns a list of numbers without bounds. */
  public static WholeList of(
      String key, String description, List<Integer> defaultValue, int mostItems) {
    return new WholeList(key, description, defaultValue, Range.ALL, mostItems);
  }

  /** Returns the same with a least value of each number. */
  public WholeList from(int least) {
    return new WholeList(key, description, defaultValue, range.from(least), mostItems);
  }

  /** Returns the same with a greatest value of each number. */
  public WholeList to(int most) {
    return new WholeList(key, description, defaultValue, range.to(most), mostItems);
  }

  @Override
  public String allowed() {
    return "a list of at most %d whole numbers%s".formatted(mostItems, range.words(Whole::bound));
  }

  @Override
  public Optional<List<Integer>> read(GivenValue given) {
    return given.list().filter(items -> items.size() <= mostItems).flatMap(this::numbers);
  }

  @Override
  public String text(List<Integer> value) {
    return value.stream().map(Object::toString).collect(Collectors.joining(","));
  }

  private Optional<List<Integer>> numbers(List<GivenValue> items) {
    List<Integer> numbers =
        items.stream().flatMap(item -> Whole.read(item, range).stream()).toList();
    return numbers.size() == items.size() ? Optional.of(numbers) : Optional.empty();
  }
}
