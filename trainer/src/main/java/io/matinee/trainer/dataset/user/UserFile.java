package io.matinee.trainer.dataset.user;

import io.matinee.runtime.validation.Utf8Length;
import io.matinee.trainer.dataset.rating.RatingRule;
import io.matinee.trainer.dataset.rejection.RejectLog;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.text.TableFile;
import io.matinee.trainer.dataset.text.TextRow;
import io.matinee.trainer.dataset.text.TextRows;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A file of users: {@code users.dat} of MovieLens 1M, {@code u.user} of 100k, or any with a header.
 * Zip codes, names and whatever else it has are left out, for privacy.
 *
 * @param table the file
 */
public record UserFile(TableFile table) {
  private static final int MAXIMUM_WORD = 64;
  private static final List<String> ID = List.of("userid", "user", "uid", "id");
  private static final List<String> AGE = List.of("age", "ageband", "agegroup");
  private static final List<String> SEX = List.of("sex", "gender");
  private static final List<String> OCCUPATION = List.of("occupation", "job", "profession");
  private static final List<String> ONE_MILLION = List.of("id", "sex", "age", "occupation", "zip");
  private static final List<String> HUNDRED_THOUSAND =
      List.of("id", "age", "sex", "occupation", "zip");

  /**
   * Finds out how a file in UTF-8 is written.
   *
   * @return empty when it is none of users with age, sex or occupation
   */
  public static Optional<UserFile> find(Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".dat")) {
      return withoutHeader(TableFile.fixed(file, "::", ONE_MILLION));
    }
    if (name.endsWith(".user")) {
      return withoutHeader(TableFile.fixed(file, "|", HUNDRED_THOUSAND));
    }
    return TableFile.byHeader(file, List.of(ID))
        .filter(
            table ->
                List.of(AGE, SEX, OCCUPATION).stream()
                    .anyMatch(names -> table.position(names) >= 0))
        .map(UserFile::new);
  }

  /**
   * Reads the users.
   *
   * @param goOn is called with each row; what it throws ends the reading
   * @return how many rows there were, good or bad
   */
  long read(Visitor visitor, RejectLog rejects, Runnable goOn) throws IOException, SQLException {
    String name = String.valueOf(table.file().getFileName());
    long count = 0;
    try (TextRows rows = table.rows()) {
      for (TextRow row = rows.next(); row != null; row = rows.next()) {
        goOn.run();
        count++;
        Optional<String> problem = problemOf(row);
        if (problem.isPresent()) {
          rejects.add(new RejectedRow(name, row.line(), problem.get(), row.text()));
        } else {
          visitor.described(user(row));
        }
      }
    }
    return count;
  }

  /** The same name is another file in other sets, as {@code users.dat} of MovieTweetings. */
  private static Optional<UserFile> withoutHeader(TableFile table) throws IOException {
    try (TextRows rows = table.rows()) {
      TextRow first = rows.next();
      return first != null && first.fields().size() == table.columns().size()
          ? Optional.of(new UserFile(table))
          : Optional.empty();
    }
  }

  private Optional<String> problemOf(TextRow row) {
    if (!row.problem().isEmpty()) {
      return Optional.of(row.problem());
    }
    if (row.fields().size() != table.columns().size()) {
      return Optional.of(
          "has %d fields instead of %d".formatted(row.fields().size(), table.columns().size()));
    }
    return RatingRule.problemOfId(row.field(table.position(ID)));
  }

  private UserRow user(TextRow row) {
    String occupation = Occupations.of(row.field(table.position(OCCUPATION)));
    return new UserRow(
        row.field(table.position(ID)),
        AgeBand.of(row.field(table.position(AGE))),
        sex(row.field(table.position(SEX))),
        Utf8Length.fits(occupation, MAXIMUM_WORD) ? occupation : "");
  }

  private static String sex(String given) {
    return switch (given.toLowerCase(Locale.ROOT)) {
      case "f", "female", "woman" -> "F";
      case "m", "male", "man" -> "M";
      default -> "";
    };
  }

  /** Takes users one by one. */
  interface Visitor {
    /** Takes a user. */
    void described(UserRow user) throws SQLException;
  }
}
