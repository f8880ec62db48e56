package io.matinee.trainer.dataset.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The columns that a header names, in any order. Capitals count for nothing in names, nor does what
 * is neither letter nor digit, nor the type that some write behind a colon: {@code movieId}, {@code
 * movie_id:token} and {@code "Movie ID"} are one.
 *
 * @param names the names in the order of the columns, in lower case, letters and digits alone
 */
public record ColumnNames(List<String> names) {
  /** What {@link #position} returns for a column that is not there. */
  public static final int ABSENT = -1;

  /** Copies the names. */
  public ColumnNames {
    names = List.copyOf(names);
  }

  /** Returns the columns of a header with these fields. */
  public static ColumnNames of(List<String> fields) {
    return new ColumnNames(fields.stream().map(ColumnNames::plain).toList());
  }

  /**
   * Returns the position of a column, from 0, or {@link #ABSENT}.
   *
   * @param synonyms what it may be called, in lower case, letters and digits alone: the first one
   *     that the header has
   */
  public int position(List<String> synonyms) {
    return synonyms.stream()
        .mapToInt(names::indexOf)
        .filter(position -> position != ABSENT)
        .findFirst()
        .orElse(ABSENT);
  }

  /** Returns the positions of all columns that go by one of these names, in their order. */
  public List<Integer> positions(List<String> synonyms) {
    return IntStream.range(0, names.size())
        .filter(position -> synonyms.contains(names.get(position)))
        .boxed()
        .toList();
  }

  /** Returns how many columns there are. */
  public int size() {
    return names.size();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("(?s):.*|[^\\p{L}\\p{N}]", "");
  }
}
