package io.matinee.trainer.dataset.rating;

import io.matinee.trainer.dataset.form.RatingsHeader;
import io.matinee.trainer.dataset.rejection.RejectLog;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.text.TextRow;
import io.matinee.trainer.dataset.text.TextRows;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a ratings file with bad rows line by line: the good rows go to a clean file, the bad ones
 * to the log, each with its line and reason.
 *
 * @param rule what makes a row a rating
 * @param delimiter what stands between fields
 * @param quoted whether fields may be quoted
 */
public record CarefulPass(RatingRule rule, String delimiter, boolean quoted) {

  /**
   * Splits the rows of a file.
   *
   * @param clean the file for the good rows: csv as {@link RatingsTable} reads it
   * @param goOn is called with each row; what it throws ends the pass
   * @return the data rows read, good or bad
   */
  public long run(Path ratings, Path clean, RejectLog rejects, Runnable goOn) throws IOException {
    String name = String.valueOf(ratings.getFileName());
    long rows = 0;
    try (TextRows source = TextRows.open(ratings, delimiter, quoted);
        BufferedWriter target = Files.newBufferedWriter(clean)) {
      if (rule.header().present()) {
        source.next();
      }
      for (TextRow row = source.next(); row != null; row = source.next()) {
        goOn.run();
        rows++;
        Optional<String> problem = rule.problemOf(row.fields());
        if (problem.isPresent()) {
          rejects.add(new RejectedRow(name, row.line(), problem.get(), row.text()));
        } else {
          write(row, target);
        }
      }
    }
    return rows;
  }

  private void write(TextRow row, BufferedWriter target) throws IOException {
    RatingsHeader header = rule.header();
    writeQuoted(row.fields().get(header.user()), target);
    target.write(',');
    writeQuoted(row.fields().get(header.movie()), target);
    target.write(',');
    target.write(Float.toString(Float.parseFloat(row.fields().get(header.rating()))));
    target.write(',');
    target.write(
        header.timestamp() < 0
            ? ""
            : Long.toString(Long.parseLong(row.fields().get(header.timestamp()))));
    target.write('\n');
  }

  private static void writeQuoted(String id, BufferedWriter target) throws IOException {
    target.write('"');
    target.write(id.replace("\"", "\"\""));
    target.write('"');
  }
}
