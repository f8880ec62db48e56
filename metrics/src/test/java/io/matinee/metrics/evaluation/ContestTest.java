package io.matinee.metrics.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.matinee.metrics.protocol.EvaluationProtocol;
import io.matinee.metrics.protocol.RatingCountRange;
import io.matinee.metrics.protocol.Slice;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.scoring.Scorer;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ContestTest {
  private static final Offset<Double> EXACTLY = within(1e-6);
  private static final double DISCOUNT_OF_SECOND = Math.log(2) / Math.log(3);
  private static final EvaluationProtocol TOP_TWO =
      new EvaluationProtocol(List.of(2), List.of(), List.of(), 4, false, 200, 42);

  /** The lists are user 1: 4, 3; user 2: 2, 4; user 3: 2, 3. Relevant are 3 to 1; 2, 4 to 2. */
  private final Map<String, Figure> figures = figures(TOP_TWO, Optional.empty());

  @Test
  void accuracyIsAMeanOverUsersWithARelevantMovie() {
    assertThat(figure(figures, "precision").value()).isEqualTo(3 / 4.0, EXACTLY);
    assertThat(figure(figures, "recall").value()).isEqualTo(1, EXACTLY);
    assertThat(figure(figures, "ndcg").value()).isEqualTo((1 + DISCOUNT_OF_SECOND) / 2, EXACTLY);
    assertThat(figure(figures, "map").value()).isEqualTo((1 / 2.0 + 1) / 2, EXACTLY);
    assertThat(figure(figures, "hit_rate").value()).isEqualTo(1, EXACTLY);
    assertThat(figure(figures, "mrr").value()).isEqualTo(3 / 4.0, EXACTLY);
    assertThat(figure(figures, "ndcg").count()).isEqualTo(2);
    assertThat(figure(figures, "ndcg").name().k()).isEqualTo(2);
  }

  @Test
  void diversityIsAMeanOverPairsInEitherSpace() {
    double one = 1 - Math.sqrt(0.5);
    assertThat(figure(figures, "intra_list_diversity RANKING").value())
        .isEqualTo((0 + one + one) / 3, EXACTLY);
    assertThat(figure(figures, "intra_list_diversity CONTENT").value())
        .isEqualTo((0 + 1 + 1) / 3.0, EXACTLY);
    assertThat(figure(figures, "intra_list_diversity RANKING").count()).isEqualTo(3);
  }

  @Test
  void noveltyIsInRatingUnitsOnUnitScaleAndInBits() {
    assertThat(figure(figures, "novelty_mean_rating").value())
        .isEqualTo((7 / 2.0 + 6 / 2.0 + 5 / 2.0) / 3, EXACTLY);
    assertThat(figure(figures, "novelty_mean_rating_scaled").value())
        .isEqualTo((3 - 0.5) / 4.5, EXACTLY);
    assertThat(figure(figures, "novelty_self_information").value())
        .isEqualTo(Math.log(3) / Math.log(2), EXACTLY);
  }

  @Test
  void coverageCountsDistinctMoviesAmongCandidates() {
    assertThat(figure(figures, "catalogue_coverage").value()).isEqualTo(3 / 4.0, EXACTLY);
  }

  /** Of the lists' first movies, 4, 2 and 2, user 2's alone is relevant. */
  @Test
  void shorterListsAreTheBeginningsOfLongerOnes() {
    EvaluationProtocol both =
        new EvaluationProtocol(List.of(2, 1), List.of(), List.of(), 4, false, 200, 42);
    List<Figure> judged = judged(both, Optional.empty()).figures();

    assertThat(judged.stream().filter(figure -> figure.name().k() == 2))
        .containsExactlyElementsOf(judged(TOP_TWO, Optional.empty()).figures());
    assertThat(value(judged, "precision", 1)).isEqualTo(1 / 2.0, EXACTLY);
    assertThat(value(judged, "recall", 1)).isEqualTo(1 / 4.0, EXACTLY);
    assertThat(value(judged, "novelty_mean_rating", 1)).isEqualTo((4 + 2 + 2) / 3.0, EXACTLY);
    assertThat(value(judged, "catalogue_coverage", 1)).isEqualTo(2 / 4.0, EXACTLY);
    assertThat(judged.stream().filter(figure -> figure.name().k() == 1))
        .noneMatch(figure -> figure.name().metric().equals("intra_list_diversity"));
  }

  @Test
  void aVersionWithoutARatingScorerHasNoRatingFigures() {
    assertThat(figures).doesNotContainKeys("rmse", "mae");
  }

  @Test
  void ratingErrorsAreOverHeldOutRatingsOfCandidates() {
    Map<String, Figure> errors = figures(TOP_TWO, Optional.of(3.5f));

    assertThat(figure(errors, "rmse").value()).isEqualTo(Math.sqrt(12 / 6.0), EXACTLY);
    assertThat(figure(errors, "mae").value()).isEqualTo(7 / 6.0, EXACTLY);
    assertThat(figure(errors, "rmse").count()).isEqualTo(6);
    assertThat(figure(errors, "rmse").name().k()).isZero();
  }

  @Test
  void predictionsAreClippedToTheScale() {
    Map<String, Figure> errors = figures(TOP_TWO, Optional.of(7f));

    assertThat(figure(errors, "mae").value()).isEqualTo((0 + 3 + 1 + 0.5 + 4 + 1.5) / 6, EXACTLY);
  }

  /** User 1 has candidates 3 and 4 held out, user 2 movies 2 and 4, user 3 movie 3. */
  @Test
  void everyHeldOutWatchIsRelevantAndNothingIsSaidOfRatings() {
    EvaluationData watches = TinyContest.watches();
    List<Contestant> contestants = new ArrayList<>();
    contestants.add(
        new Contestant(Contestant.SUBJECT, List.of(TinyContest.ranker()), Optional.empty()));
    contestants.addAll(Contestant.baselines(watches));
    EvaluationProtocol protocol = EvaluationProtocol.standard(RatingScale.WATCHES);
    Contest contest = new Contest(watches, protocol, Checkpoint.UNWATCHED);
    List<ContestantFigures> judged = contest.judge(contestants).contestants();

    assertThat(judged)
        .extracting(ContestantFigures::contestant)
        .containsExactly("subject", "popular");
    Map<String, Figure> subject = byMetric(judged.getFirst());
    assertThat(figure(subject, "recall").value()).isEqualTo(1, EXACTLY);
    assertThat(figure(subject, "recall").count()).isEqualTo(3);
    assertThat(subject)
        .containsKeys("ndcg", "novelty_self_information")
        .doesNotContainKeys("rmse", "mae", "novelty_mean_rating", "novelty_mean_rating_scaled");
    assertThat(contest.counts().users()).isEqualTo(3);
  }

  @Test
  void watchesTakeNoThreshold() {
    assertThat(EvaluationProtocol.standard(RatingScale.WATCHES).on(RatingScale.WATCHES))
        .isEqualTo(EvaluationProtocol.standard(RatingScale.WATCHES));
    assertThatExceptionOfType(MatineeException.class)
        .isThrownBy(() -> TOP_TWO.on(RatingScale.WATCHES))
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.EVENT_KIND_MISMATCH));
  }

  @Test
  void seenMoviesComeBackWhenAskedFor() {
    EvaluationProtocol withSeen =
        new EvaluationProtocol(List.of(2), List.of(), List.of(), 4, true, 200, 42);

    assertThat(figure(figures(withSeen, Optional.empty()), "catalogue_coverage").value())
        .isEqualTo(2 / 4.0, EXACTLY);
  }

  @Test
  void aThresholdThatNothingReachesLeavesAccuracyOut() {
    EvaluationProtocol strict =
        new EvaluationProtocol(List.of(2), List.of(), List.of(), 5.5f, false, 200, 42);

    assertThat(figures(strict, Optional.empty()))
        .doesNotContainKeys("precision", "ndcg")
        .containsKeys("novelty_mean_rating");
  }

  @Test
  void intervalsHoldTheValueAndAreTheSameForTheSameSeed() {
    Interval interval = Objects.requireNonNull(figure(figures, "novelty_mean_rating").interval());

    assertThat(interval.low()).isBetween(2.5, 3.0);
    assertThat(interval.high()).isBetween(3.0, 3.5);
    assertThat(figure(figures(TOP_TWO, Optional.empty()), "novelty_mean_rating").interval())
        .isEqualTo(interval);
  }

  @Test
  void countsWhatItWasMadeOf() {
    assertThat(new Contest(TinyContest.data(), TOP_TWO, Checkpoint.UNWATCHED).counts())
        .isEqualTo(new Evaluation.Counts(2, 6, 1));
  }

  @Test
  void reportsScoringThenIntervals() {
    List<Progress> heard = new ArrayList<>();
    new Contest(TinyContest.data(), TOP_TWO, heard::add)
        .judge(Contestant.baselines(TinyContest.data()));

    assertThat(heard)
        .startsWith(new Progress(Stage.SCORING, 0, 3), new Progress(Stage.SCORING, 1, 3))
        .endsWith(new Progress(Stage.INTERVALS, 3, 3));
  }

  @Test
  void stopsAtACheckpointThatThrows() {
    Checkpoint cancelled =
        progress -> {
          throw MatineeException.of(Reason.CANCELLED, "cancelled");
        };
    Contest contest = new Contest(TinyContest.data(), TOP_TWO, cancelled);

    assertThatExceptionOfType(MatineeException.class)
        .isThrownBy(() -> contest.judge(Contestant.baselines(TinyContest.data())));
  }

  @Test
  void baselinesAreNamedAndPopularPredictsNothing() {
    List<ContestantFigures> baselines =
        new Contest(TinyContest.data(), TOP_TWO, Checkpoint.UNWATCHED)
            .judge(Contestant.baselines(TinyContest.data()))
            .contestants();

    assertThat(baselines.stream().map(ContestantFigures::contestant))
        .containsExactly("popular", "baseline");
    assertThat(byMetric(baselines.getFirst()))
        .doesNotContainKeys("rmse", "intra_list_diversity RANKING")
        .containsKeys("ndcg", "intra_list_diversity CONTENT");
    assertThat(byMetric(baselines.getLast())).containsKeys("rmse", "mae", "ndcg");
  }

  /** Users 1 to 3 have two training ratings each, user 4 none. */
  @Test
  void slicesOfUsersHaveFiguresOfTheirOwn() {
    EvaluationProtocol sliced =
        new EvaluationProtocol(List.of(2), List.of(1, 2), List.of(), 4, false, 200, 42);
    List<Figure> all = judged(sliced, Optional.of(3.5f)).figures();

    assertThat(all.stream().filter(figure -> figure.name().isOfAll()))
        .containsExactlyElementsOf(judged(TOP_TWO, Optional.of(3.5f)).figures());
    Slice none = new Slice.Users(new RatingCountRange(0, 0));
    Slice many = new Slice.Users(new RatingCountRange(2, RatingCountRange.UNBOUNDED));
    assertThat(value(all, FigureName.ofLists("ndcg", 2).of(many)))
        .isEqualTo(value(all, FigureName.ofLists("ndcg", 2)));
    assertThat(value(all, FigureName.ofRatings("mae").of(none))).isZero();
    assertThat(value(all, FigureName.ofRatings("mae").of(many))).isEqualTo(7 / 5.0, EXACTLY);
    assertThat(all.stream().map(figure -> figure.name().slice()).distinct())
        .containsExactlyInAnyOrder(Slice.ALL, none, many);
    assertThat(
            all.stream()
                .filter(figure -> figure.name().equals(FigureName.ofRatings("mae").of(many)))
                .map(Figure::count))
        .containsExactly(5L);
  }

  /** The other's lists are 3, 4; 4, 2; and 3, 2: of user 1 the first movie is relevant. */
  @Test
  void contestantsAreComparedUserByUser() {
    List<PairedDifference> differences = differences(TinyContest.reversedRanker());

    PairedDifference precision = difference(differences, "precision");
    assertThat(precision.contestant()).isEqualTo("subject");
    assertThat(precision.other()).isEqualTo("reversed");
    assertThat(precision.difference()).isZero();
    assertThat(precision.probability()).isEqualTo(1);
    assertThat(precision.outcomes()).isEqualTo(new PairedDifference.Outcomes(0, 2, 0));
    assertThat(precision.decidingUsers()).isEmpty();

    PairedDifference reciprocal = difference(differences, "mrr");
    assertThat(reciprocal.difference()).isEqualTo((1 / 2.0 - 1) / 2, EXACTLY);
    assertThat(reciprocal.outcomes()).isEqualTo(new PairedDifference.Outcomes(0, 1, 1));
    assertThat(reciprocal.interval().low()).isEqualTo(-1 / 2.0, EXACTLY);
    assertThat(reciprocal.interval().high()).isZero();
    assertThat(reciprocal.decidingUsers()).hasValue(3);
  }

  @Test
  void whatDoesNotCompareHasNoDifference() {
    List<PairedDifference> differences = differences(TinyContest.reversedRanker());

    assertThat(differences.stream().map(difference -> difference.name().metric()))
        .doesNotContain("catalogue_coverage", "rmse");
    assertThat(differences.stream().map(difference -> difference.name().space()))
        .contains(FigureSpace.CONTENT)
        .doesNotContain(FigureSpace.RANKING);
  }

  /**
   * Of a subject always wrong by less than the baseline, users are wins although errors are less.
   */
  @Test
  void ofErrorsTheSmallerIsTheBetterOne() {
    List<PairedDifference> differences =
        new Contest(TinyContest.data(), TOP_TWO, Checkpoint.UNWATCHED)
            .judge(List.of(predicting("near", 3.5f), predicting("far", .5f)))
            .differences();

    PairedDifference errors = difference(differences, "mae");
    assertThat(errors.difference()).isNegative();
    assertThat(errors.outcomes().wins()).isGreaterThan(errors.outcomes().losses());
    assertThat(difference(differences, "rmse").difference()).isNegative();
  }

  @Test
  void stopsInTheMidstOfAContestant() {
    EvaluationData data = TinyContest.manyUsers(3 * JudgedUsers.A_NEWS);
    Checkpoint cancelled =
        progress -> {
          if (progress.usersDone() > 0) {
            throw MatineeException.of(Reason.CANCELLED, "after " + progress.usersDone());
          }
        };
    Contest contest = new Contest(data, TOP_TWO, cancelled);

    assertThatExceptionOfType(MatineeException.class)
        .isThrownBy(() -> contest.judge(Contestant.baselines(data).subList(0, 1)))
        .withMessageStartingWith("after ")
        .withMessageNotContaining("after " + 3 * JudgedUsers.A_NEWS);
  }

  private static List<PairedDifference> differences(Scorer other) {
    return new Contest(TinyContest.data(), TOP_TWO, Checkpoint.UNWATCHED)
        .judge(
            List.of(
                new Contestant(Contestant.SUBJECT, List.of(TinyContest.ranker()), Optional.empty()),
                new Contestant("reversed", List.of(other), Optional.empty())))
        .differences();
  }

  private static Contestant predicting(String id, float always) {
    return new Contestant(id, List.of(), Optional.of(TinyContest.predictor(always)));
  }

  private static PairedDifference difference(List<PairedDifference> differences, String metric) {
    return differences.stream()
        .filter(difference -> difference.name().metric().equals(metric))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Figure> figures(
      EvaluationProtocol protocol, Optional<Float> prediction) {
    return byMetric(judged(protocol, prediction));
  }

  private static ContestantFigures judged(EvaluationProtocol protocol, Optional<Float> prediction) {
    Contestant contestant =
        new Contestant(
            Contestant.SUBJECT,
            List.of(TinyContest.ranker()),
            prediction.map(TinyContest::predictor));
    Contest contest = new Contest(TinyContest.data(), protocol, Checkpoint.UNWATCHED);
    return contest.judge(List.of(contestant)).contestants().getFirst();
  }

  private static double value(List<Figure> figures, String metric, int k) {
    return value(figures, FigureName.ofLists(metric, k));
  }

  private static double value(List<Figure> figures, FigureName name) {
    return figures.stream()
        .filter(figure -> figure.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static Figure figure(Map<String, Figure> figures, String metric) {
    return Objects.requireNonNull(figures.get(metric), metric);
  }

  private static Map<String, Figure> byMetric(ContestantFigures figures) {
    return figures.figures().stream()
        .collect(Collectors.toMap(ContestTest::text, Function.identity()));
  }

  private static String text(Figure figure) {
    FigureName name = figure.name();
    return name.space() == FigureSpace.NONE ? name.metric() : name.metric() + " " + name.space();
  }
}
