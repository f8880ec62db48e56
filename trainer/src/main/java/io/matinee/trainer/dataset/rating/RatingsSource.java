package io.matinee.trainer.dataset.rating;

import io.matinee.trainer.dataset.form.RatingsHeader;
import io.matinee.trainer.dataset.form.RatingsLayout;
import io.matinee.trainer.query.QueryEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A ratings file, and how its rows are written.
 *
 * @param file the file
 * @param delimiter what stands between fields
 * @param quoted whether fields may be in double quotes
 * @param header where the fields stand
 */
public record RatingsSource(Path file, String delimiter, boolean quoted, RatingsHeader header) {

  /** A file as it comes from outside. */
  public static RatingsSource of(Path file, RatingsLayout layout) {
    return new RatingsSource(file, layout.delimiter().text(), layout.quoted(), layout.header());
  }

  /** A file that {@link CarefulPass} has written. */
  static RatingsSource clean(Path file) {
    return new RatingsSource(file, ",", true, new RatingsHeader(4, 0, 1, 2, 3, false));
  }

  /** Whether ratings come with their time. */
  boolean timed() {
    return header.timestamp() >= 0;
  }

  /** The rows as they stand in a FROM clause, their ids as values of an SQL type. */
  String table(String idType) {
    List<String> columns =
        IntStream.range(0, header.fields()).mapToObj(i -> column(i, idType)).toList();
    String quote = quoted ? "\"" : "";
    return "read_csv(%s, auto_detect = false, header = %s, delim = %s, quote = '%s', escape = '%s',"
            .formatted(
                QueryEngine.literal(file),
                header.present(),
                QueryEngine.literal(delimiter),
                quote,
                quote)
        + " columns = {"
        + String.join(", ", columns)
        + "})";
  }

  private String column(int position, String idType) {
    if (position == header.user()) {
      return "'user_id': '" + idType + "'";
    } else if (position == header.movie()) {
      return "'movie_id': '" + idType + "'";
    } else if (position == header.rating()) {
      return "'rating': 'FLOAT'";
    } else if (position == header.timestamp()) {
      return "'timestamp': 'BIGINT'";
    }
    return "'other_%d': 'VARCHAR'".formatted(position);
  }
}
