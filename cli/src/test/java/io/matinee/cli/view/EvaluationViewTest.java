package io.matinee.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.proto.model.v1.Contestant;
import io.matinee.proto.model.v1.EmbeddingSpace;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.model.v1.EvaluationCounts;
import io.matinee.proto.model.v1.EvaluationProtocol;
import io.matinee.proto.model.v1.EventKind;
import io.matinee.proto.model.v1.Figure;
import io.matinee.proto.model.v1.Interval;
import io.matinee.proto.model.v1.PairedDifference;
import io.matinee.proto.model.v1.RatingCountRange;
import io.matinee.proto.model.v1.Slice;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationViewTest {
  private static final EventKind RATINGS = EventKind.EVENT_KIND_RATING;
  private static final Evaluation EVALUATION =
      Evaluation.newBuilder()
          .setName("evaluations/e")
          .setModelVersion("models/movies/versions/1")
          .setProtocol(
              EvaluationProtocol.newBuilder()
                  .setDigest("0123456789ab".repeat(6).substring(0, 64))
                  .addAllCutoffs(List.of(5, 10))
                  .setRelevanceThreshold(4)
                  .setResampleCount(1_000))
          .setCounts(
              EvaluationCounts.newBuilder()
                  .setUsers(610)
                  .setRatings(1_176)
                  .setRatingsWithoutCandidate(44))
          .addContestants(
              Contestant.newBuilder()
                  .setContestantId("subject")
                  .setModelVersion("models/movies/versions/1")
                  .addFigures(
                      figure("intra_list_diversity", 5, .5)
                          .setSpace(EmbeddingSpace.EMBEDDING_SPACE_CONTENT))
                  .addFigures(figure("ndcg", 10, .25))
                  .addFigures(
                      figure("ndcg", 5, .125).setInterval(Interval.newBuilder().setHigh(.25)))
                  .addFigures(figure("rmse", 0, .75))
                  .addFigures(
                      figure("rmse", 0, .875)
                          .setSlice(
                              Slice.newBuilder()
                                  .setUserActivity(
                                      RatingCountRange.newBuilder().setMinimum(2).setMaximum(9))))
                  .addFigures(
                      figure("recall", 5, .625)
                          .setSlice(
                              Slice.newBuilder()
                                  .setMoviePopularity(RatingCountRange.newBuilder().setMinimum(9))))
                  .addFigures(figure("serendipity", 5, .375)))
          .addContestants(
              Contestant.newBuilder()
                  .setContestantId("popular")
                  .setAlgorithmId("popular")
                  .addFigures(figure("ndcg", 5, .0625)))
          .addDifferences(
              PairedDifference.newBuilder()
                  .setContestantId("subject")
                  .setOtherContestantId("popular")
                  .setMetric("ndcg")
                  .setK(5)
                  .setDifference(.0625)
                  .setInterval(Interval.newBuilder().setLow(-.125).setHigh(.25))
                  .setPValue(.25)
                  .setWinCount(1200)
                  .setTieCount(3)
                  .setLossCount(4)
                  .setDecidingUserCount(10_000))
          .addDifferences(
              PairedDifference.newBuilder()
                  .setContestantId("popular")
                  .setOtherContestantId("baseline")
                  .setMetric("ndcg")
                  .setK(5))
          .build();

  @Test
  void hasARowForEachMetricAndCutoffAndAColumnForEachContestant() {
    assertThat(EvaluationView.of(EVALUATION, RATINGS).table("als").lines())
        .containsExactly(
            "  metric                                                     als  popular",
            "  RMSE                                                    0.7500        -",
            "  RMSE, users of 2 to 9 ratings                           0.8750        -",
            "  recall@5, movies of 9 ratings or more                   0.6250        -",
            "  NDCG@5                                 0.1250 [0.0000, 0.2500]   0.0625",
            "  NDCG@10                                                 0.2500        -",
            "  diversity@5, content space                              0.5000        -",
            "  serendipity@5                                           0.3750        -");
  }

  @Test
  void showsHowFarTheSubjectIsFromEachBaseline() {
    assertThat(EvaluationView.of(EVALUATION, RATINGS).differences().lines())
        .containsExactly(
            "  figure  version minus                difference       p  better, same, worse  users that decide",
            "  NDCG@5  popular        0.0625 [-0.1250, 0.2500]  0.2500          1,200, 3, 4             10,000");
  }

  @Test
  void countsAllThatIsHeldOut() {
    assertThat(EvaluationView.of(EVALUATION, RATINGS).footnote())
        .isEqualTo(
            "  610 users with a held-out rating of at least 4; 1,220 held-out ratings, 44 of them of movies"
                + " without a training rating; 95 % intervals: bootstrap (1,000 resamples of users),"
                + " of coverage jackknife");
  }

  @Test
  void everyHeldOutWatchIsRelevant() {
    assertThat(EvaluationView.of(EVALUATION, EventKind.EVENT_KIND_WATCH).footnote())
        .startsWith(
            "  610 users with a held-out watch; 1,220 held-out watches, 44 of them of movies without a"
                + " training watch;");
  }

  @Test
  void showsTheWholeProtocolByWhichEvaluationsAreListed() {
    assertThat(EvaluationView.of(EVALUATION, RATINGS).text().lines())
        .contains("  protocol " + EVALUATION.getProtocol().getDigest());
  }

  @Test
  void leavesOutDifferencesWhereThereAreNone() {
    Evaluation alone = EVALUATION.toBuilder().clearDifferences().build();

    assertThat(EvaluationView.of(EVALUATION, RATINGS).text()).contains("version minus");
    assertThat(EvaluationView.of(alone, RATINGS).text())
        .endsWith("jackknife")
        .doesNotContain("version minus");
  }

  @Test
  void listsEvaluationsByWhatMakesThemComparable() {
    assertThat(EvaluationView.list(List.of(EVALUATION)).lines())
        .last()
        .asString()
        .contains("evaluations/e  models/movies/versions/1  5, 10     0123456789ab");
    assertThat(EvaluationView.list(List.of())).contains("./matinee evaluate");
  }

  private static Figure.Builder figure(String metric, int k, double value) {
    return Figure.newBuilder().setMetric(metric).setK(k).setValue(value);
  }
}
