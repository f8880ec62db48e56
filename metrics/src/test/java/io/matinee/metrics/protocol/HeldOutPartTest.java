package io.matinee.metrics.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.snapshot.Manifest;
import io.matinee.model.split.HashHoldOut;
import io.matinee.model.split.HoldOut;
import io.matinee.model.split.StoredSplit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which evaluations are of the same held-out ratings. */
class HeldOutPartTest {
  private static final String FIRST = "datasets/movielens/versions/1";
  private static final String SECOND = "datasets/movielens/versions/2";

  @Test
  void aSplitIsTheSamePartOfEveryVersionOfItsDataSet() {
    StoredSplit split = StoredSplit.of("datasets/movielens/splits/last", "d".repeat(64));

    assertThat(digest(FIRST, split)).isEqualTo(digest(SECOND, split.lacking(3)));
    assertThat(HeldOutPart.of(manifest(FIRST, split)).datasetVersion()).isEmpty();
  }

  @Test
  void aRuleTakesAnotherPartOfEachVersion() {
    HoldOut rule = new HashHoldOut(.2, "");

    assertThat(digest(FIRST, rule)).isNotEqualTo(digest(SECOND, rule));
  }

  @Test
  void slicesCompareOnlyWhereTheSameRatingsCutThem() {
    StoredSplit split = StoredSplit.of("datasets/movielens/splits/last", "d".repeat(64));
    for (EvaluationProtocol sliced :
        List.of(sliced(List.of(5), List.of()), sliced(List.of(), List.of(10, 100)))) {
      assertThat(digest(FIRST, split, sliced))
          .isNotEqualTo(digest(SECOND, split, sliced))
          .isEqualTo(digest(FIRST, split.lacking(3), sliced));
    }
  }

  private static EvaluationProtocol sliced(List<Integer> activity, List<Integer> popularity) {
    return new EvaluationProtocol(List.of(10), activity, popularity, 4, false, 1_000, 0);
  }

  private static String digest(String datasetVersion, HoldOut rule) {
    return digest(
        datasetVersion, rule, EvaluationProtocol.standard(RatingScale.MOVIELENS_HALF_STARS));
  }

  private static String digest(String datasetVersion, HoldOut rule, EvaluationProtocol protocol) {
    return new EvaluationRequest(
            "models/movies/versions/1", protocol, HeldOutPart.of(manifest(datasetVersion, rule)))
        .protocolDigest();
  }

  private static Manifest manifest(String datasetVersion, HoldOut rule) {
    return new Manifest(
        Manifest.FORMAT_VERSION,
        datasetVersion,
        0,
        RatingScale.MOVIELENS_HALF_STARS,
        false,
        rule,
        rule.digest(),
        Optional.empty(),
        Optional.empty(),
        1,
        1,
        1,
        1,
        1,
        true,
        1,
        "cpu",
        Map.of(),
        Instant.EPOCH,
        List.of());
  }
}
