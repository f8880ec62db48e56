package io.matinee.trainer.exchange;

import io.matinee.model.exchange.ExportedSide;
import io.matinee.model.exchange.ScorerExport;
import io.matinee.trainer.query.QueryEngine;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;

/**
 * One side of a scorer as Parquet: {@code id} (BIGINT where all are whole numbers as these are
 * printed, else VARCHAR), {@code bias} FLOAT and, of factors, {@code factors}, lists of FLOAT. What
 * else there is of the scorer is key-value metadata.
 *
 * @param folder what is spilled to
 * @param megabytes the most memory to use
 * @param givenUp ends the writing when it completes
 */
record ParquetExport(Path folder, int megabytes, CompletableFuture<?> givenUp) {

  void write(Path file, ScorerExport scorer, ExportedSide side) throws SQLException {
    Optional<long[]> numbers = side.numericIds();
    try (QueryEngine engine = QueryEngine.open(folder, megabytes)) {
      var unused = givenUp.thenRun(engine::interrupt);
      engine.run(
          "CREATE TABLE side (id %s, bias FLOAT%s)"
              .formatted(
                  numbers.isPresent() ? "BIGINT" : "VARCHAR",
                  side.dimension() == 0 ? "" : ", factors FLOAT[%d]".formatted(side.dimension())));
      engine.append("side", rows -> append(rows, side, numbers));
      engine.run(
          "COPY side TO %s (FORMAT parquet, KV_METADATA {%s})"
              .formatted(QueryEngine.literal(file), metadata(scorer.facts())));
    }
  }

  private static void append(DuckDBAppender rows, ExportedSide side, Optional<long[]> numbers)
      throws SQLException {
    for (int row = 0; row < side.ids().size(); row++) {
      rows.beginRow();
      if (numbers.isPresent()) {
        rows.append(numbers.get()[row]);
      } else {
        rows.append(side.ids().id(row));
      }
      rows.append(side.bias(row));
      if (side.dimension() > 0) {
        rows.append(side.vector(row));
      }
      rows.endRow();
    }
  }

  private static String metadata(Map<String, String> facts) {
    return facts.entrySet().stream()
        .map(fact -> fact.getKey() + ": " + QueryEngine.literal(fact.getValue()))
        .collect(Collectors.joining(", "));
  }
}
