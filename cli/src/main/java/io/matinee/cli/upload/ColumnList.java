package io.matinee.cli.upload;

import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.proto.trainer.v1.RatingsColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The columns of ratings as the command line names them: {@code user,movie,rating,time}. */
public final class ColumnList {
  private static final Map<String, RatingsColumn> NAMES =
      Map.of(
          "user", RatingsColumn.RATINGS_COLUMN_USER,
          "movie", RatingsColumn.RATINGS_COLUMN_MOVIE,
          "rating", RatingsColumn.RATINGS_COLUMN_RATING,
          "time", RatingsColumn.RATINGS_COLUMN_TIME,
          "-", RatingsColumn.RATINGS_COLUMN_IGNORED);

  private ColumnList() {}

  /**
   * Reads columns.
   *
   * @throws CommandFailure when a name is none
   */
  public static List<RatingsColumn> parse(String text) {
    List<RatingsColumn> columns = new ArrayList<>();
    for (String name : text.split(",", -1)) {
      RatingsColumn column = NAMES.get(name.strip());
      if (column == null) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "--columns names \"%s\"; give user, movie, rating and time in the order of the file (of watches without rating), and - for a column that is not read"
                .formatted(name));
      }
      columns.add(column);
    }
    return columns;
  }
}
