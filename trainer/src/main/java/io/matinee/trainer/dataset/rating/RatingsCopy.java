package io.matinee.trainer.dataset.rating;

import io.matinee.trainer.query.QueryEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Copies ratings from text into Parquet: ids as whole numbers where all are, which takes two thirds
 * of the time of texts, else as texts.
 *
 * @param engine the query engine
 * @param source the ratings
 * @param parquet the file to write
 */
record RatingsCopy(QueryEngine engine, RatingsSource source, Path parquet) {

  /**
   * Version 2 encodes times by their differences, which is all that compression finds here; and a
   * column of more than 5,000 different values in a group of rows is not worth a dictionary. A
   * quarter less time than compressed version 1, in less room.
   */
  static final String WRITTEN =
      "FORMAT parquet, PARQUET_VERSION v2, COMPRESSION uncompressed, DICTIONARY_SIZE_LIMIT 5000";

  /**
   * Copies all rows, or fails when one is not a rating.
   *
   * @return what is known of ids that are whole numbers, or empty when they are texts
   */
  Optional<WholeNumbers> run() throws SQLException, IOException {
    Optional<WholeNumbers> numbers =
        WholeNumberScan.isPromising(source) ? copyNumbers() : Optional.empty();
    if (numbers.isEmpty()) {
      engine.checkInterrupted();
      copy("VARCHAR");
    }
    return numbers;
  }

  /** Whether ids are numbers is found out beside, and both must have seen the same rows. */
  private Optional<WholeNumbers> copyNumbers() throws SQLException {
    ExecutorService beside =
        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("import-ids").factory());
    Future<Optional<WholeNumbers>> scan =
        beside.submit(() -> WholeNumberScan.of(source, engine::isInterrupted));
    try (beside) {
      copy("BIGINT");
    } catch (SQLException failure) {
      if (found(scan).isPresent()) {
        throw failure;
      }
      return Optional.empty();
    }
    long rows = engine.number("SELECT count(*) FROM " + QueryEngine.parquet(parquet));
    return found(scan).filter(numbers -> numbers.rows() == rows);
  }

  private void copy(String idType) throws SQLException {
    engine.run(
        "COPY (SELECT user_id, movie_id, rating, %s AS timestamp FROM %s) TO %s (%s)"
            .formatted(
                source.timed() ? "timestamp" : "NULL::BIGINT",
                source.table(idType),
                QueryEngine.literal(parquet),
                WRITTEN));
  }

  private static Optional<WholeNumbers> found(Future<Optional<WholeNumbers>> scan) {
    return scan.state() == Future.State.SUCCESS ? scan.resultNow() : Optional.empty();
  }
}
