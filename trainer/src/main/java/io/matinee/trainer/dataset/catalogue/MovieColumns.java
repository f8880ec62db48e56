package io.matinee.trainer.dataset.catalogue;

import io.matinee.trainer.dataset.text.ColumnNames;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where the fields of a row of movies stand.
 *
 * @param size how many fields a row has
 * @param positions the positions, from 0, of those that are there
 */
record MovieColumns(int size, Map<MovieField, Integer> positions) {
  private static final int FIRST_GENRE_OF_ITEM = 6; // behind the flag of no known genre

  /** Those of {@code movies.dat}. */
  static final MovieColumns DAT =
      new MovieColumns(3, Map.of(MovieField.ID, 0, MovieField.TITLE, 1, MovieField.GENRES, 2));

  /** Those of {@code movie_titles.csv} of the Netflix prize, whose titles hold commas. */
  static final MovieColumns NETFLIX =
      new MovieColumns(3, Map.of(MovieField.ID, 0, MovieField.YEAR, 1, MovieField.TITLE, 2));

  /** Those of {@code u.item}, whose genres are flags. */
  static final MovieColumns ITEM =
      new MovieColumns(
          FIRST_GENRE_OF_ITEM + GenreNames.FLAGS.size(),
          Map.of(MovieField.ID, 0, MovieField.TITLE, 1, MovieField.GENRES, FIRST_GENRE_OF_ITEM));

  MovieColumns {
    positions = Map.copyOf(positions);
  }

  /** Returns the columns that a header names. */
  static MovieColumns of(ColumnNames names) {
    Map<MovieField, Integer> positions = new EnumMap<>(MovieField.class);
    for (MovieField field : MovieField.values()) {
      int position = names.position(field.names());
      if (position != ColumnNames.ABSENT) {
        positions.put(field, position);
      }
    }
    return new MovieColumns(names.size(), positions);
  }

  /** Whether there is such a column. */
  boolean has(MovieField field) {
    return positions.containsKey(field);
  }

  /** Returns the position of a column that is there. */
  int position(MovieField field) {
    return Objects.requireNonNull(positions.get(field), field::name);
  }

  /** Whether what stands at a position is kept. */
  boolean keeps(int position) {
    return positions.containsValue(position);
  }

  /** Returns what a row says in a column, or "" where there is none. */
  String value(List<String> fields, MovieField field) {
    Integer position = positions.get(field);
    return position == null || position >= fields.size() ? "" : fields.get(position);
  }
}
