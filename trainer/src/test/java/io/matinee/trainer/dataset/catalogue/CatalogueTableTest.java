package io.matinee.trainer.dataset.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.trainer.query.QueryEngine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTableTest {
  private static final CatalogueRow RAN =
      new CatalogueRow(
          "2", "Ran", "乱", 1985, List.of("Drama"), List.of(), "A king.", "0089881", "11645", 378);

  @TempDir Path folder;

  @Test
  void keepsMoviesOfACatalogueWithoutOriginalTitlesAndVotes() throws Exception {
    Path before = folder.resolve("before.parquet");
    Path written = folder.resolve("catalogue.parquet");
    try (QueryEngine engine = QueryEngine.open(folder, 256)) {
      engine.run(
          """
          COPY (SELECT '1' AS movie_id, 'Heat' AS title, 1995::INTEGER AS year, '' AS genres,
              '' AS tags, '' AS overview, '' AS imdb_id, '' AS tmdb_id)
            TO %s (FORMAT parquet)
          """
              .formatted(QueryEngine.literal(before)));
      engine.run("CREATE TABLE movies AS SELECT '3' AS id");
      CatalogueTable table = new CatalogueTable(engine);
      table.describe(List.of(RAN));

      assertThat(table.keep(before)).isEqualTo(2);
      assertThat(table.write(written)).isEqualTo(3);
      assertThat(
              engine.query(
                  """
                  SELECT concat_ws(';', movie_id, title, original_title, vote_count) AS line FROM %s
                  ORDER BY line
                  """
                      .formatted(QueryEngine.parquet(written)),
                  row -> row.getString(1)))
          .containsExactly("1;Heat;;0", "2;Ran;乱;378", "3;;;0");
    }
  }
}
