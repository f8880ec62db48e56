package io.matinee.trainer.dataset.form;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.source.RatingsForm;
import io.matinee.runtime.error.Excerpt;
import io.matinee.trainer.dataset.rejection.UnreadableImport;
import io.matinee.trainer.query.QueryEngine;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The columns of a Parquet file by their meanings.
 *
 * @param named their meanings
 * @param names their names as they are written
 * @param types their types in SQL
 */
record ParquetColumns(NamedColumns named, List<String> names, List<String> types) {
  private static final Pattern PLAIN =
      Pattern.compile("U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|VARCHAR|DECIMAL\\(.*\\)");
  private static final long MICROSECONDS = 1_000_000;
  private static final long NANOSECONDS = 1_000_000_000;

  /** How a type of times is counted, and in how many to a second. */
  private record Clock(String count, long perSecond) {}

  private static final Map<String, Clock> CLOCKS =
      Map.of(
          "DATE", new Clock("epoch_us(%s::TIMESTAMP)", MICROSECONDS),
          "TIMESTAMP", new Clock("epoch_us(%s)", MICROSECONDS),
          "TIMESTAMP_S", new Clock("epoch_us(%s::TIMESTAMP)", MICROSECONDS),
          "TIMESTAMP_MS", new Clock("epoch_us(%s::TIMESTAMP)", MICROSECONDS),
          "TIMESTAMP_NS", new Clock("epoch_ns(%s)", NANOSECONDS),
          "TIMESTAMP WITH TIME ZONE", new Clock("epoch_us(%s)", MICROSECONDS));

  ParquetColumns {
    names = List.copyOf(names);
    types = List.copyOf(types);
  }

  /**
   * Reads the columns of a file.
   *
   * @param kind what the rows are, as the caller says; empty to find it out
   * @throws io.matinee.runtime.error.MatineeException IMPORT_UNREADABLE when they are not those of
   *     ratings
   */
  static ParquetColumns of(Path file, QueryEngine engine, Optional<EventKind> kind)
      throws SQLException {
    List<String> names = new ArrayList<>();
    List<String> types = new ArrayList<>();
    engine.visit(
        "DESCRIBE SELECT * FROM " + QueryEngine.parquet(file),
        row -> {
          names.add(row.getString(1));
          types.add(row.getString(2));
          return true;
        });
    ParquetColumns columns =
        new ParquetColumns(NamedColumns.of(file, RatingsForm.PARQUET, names, kind), names, types);
    columns.checkTypes(file);
    return columns;
  }

  /** Whether there is a rating. */
  boolean rated() {
    return named.columns().contains(RatingsColumn.RATING);
  }

  /** Whether there is a time. */
  boolean timed() {
    return named.columns().contains(RatingsColumn.TIME);
  }

  /** Returns the query for user, movie, rating and time: texts, NULL where there is none. */
  String query(Path file) {
    List<String> texts = new ArrayList<>();
    for (RatingsColumn meaning : RatingsColumn.READ) {
      int position = named.columns().indexOf(meaning);
      texts.add(position < 0 ? "NULL::VARCHAR" : text(position));
    }
    return "SELECT %s FROM %s".formatted(String.join(", ", texts), QueryEngine.parquet(file));
  }

  private String text(int position) {
    String name = '"' + names.get(position).replace("\"", "\"\"") + '"';
    Clock clock = CLOCKS.get(types.get(position));
    if (clock == null) {
      return name + "::VARCHAR";
    }
    String count = clock.count().formatted(name);
    return "CASE WHEN %1$s %% %2$d = 0 THEN (%1$s // %2$d)::VARCHAR ELSE %3$s::VARCHAR END"
        .formatted(count, clock.perSecond(), name);
  }

  private void checkTypes(Path file) {
    for (RatingsColumn meaning : RatingsColumn.READ) {
      int position = named.columns().indexOf(meaning);
      String type = position < 0 ? "VARCHAR" : types.get(position);
      boolean usable =
          PLAIN.matcher(type).matches()
              || (meaning == RatingsColumn.TIME && CLOCKS.containsKey(type));
      if (!usable) {
        throw UnreadableImport.of(
            file,
            "has a column %s of the type %s for the %s"
                .formatted(
                    Excerpt.of(names.get(position)),
                    Excerpt.line(type, Excerpt.MOST_BYTES),
                    meaning.inWords()),
            meaning == RatingsColumn.TIME
                ? "write it as a timestamp, a number or text"
                : "write it as a number or text");
      }
    }
  }
}
