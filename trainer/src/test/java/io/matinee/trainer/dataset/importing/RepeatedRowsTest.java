package io.matinee.trainer.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.trainer.dataset.version.DatasetBlob;
import io.matinee.trainer.query.QueryEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Users who rate a movie more than once. */
class RepeatedRowsTest extends OpenBench {
  /** So many that the query engine works on them with several threads. */
  private static final int ROWS = 300_000;

  @Test
  void leavesTheLastOfEachPairWhereItStood() throws Exception {
    Random random = new Random(7);
    List<String> pairs = new ArrayList<>();
    StringBuilder rows = new StringBuilder("userId,movieId,rating\n");
    for (int row = 0; row < ROWS; row++) {
      pairs.add(random.nextInt(3_000) + "," + random.nextInt(900));
      rows.append(pairs.getLast()).append(",4\n");
    }
    Path ratings =
        bench.blobs.localCopy(
            bench
                .imported(write("ratings.csv", rows.toString()))
                .manifest()
                .blob(DatasetBlob.RATINGS)
                .sha256());
    try (QueryEngine engine = QueryEngine.open(folder, 256)) {
      assertThat(
              engine.query(
                  "SELECT user_id || ',' || movie_id FROM %s ORDER BY file_row_number"
                      .formatted(QueryEngine.numberedParquet(ratings)),
                  row -> row.getString(1)))
          .isEqualTo(last(pairs));
    }
  }

  private static List<String> last(List<String> pairs) {
    Set<String> seen = new HashSet<>();
    return pairs.reversed().stream().filter(seen::add).toList().reversed();
  }
}
