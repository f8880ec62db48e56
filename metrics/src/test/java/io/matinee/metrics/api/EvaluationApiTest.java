package io.matinee.metrics.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.matinee.model.snapshot.ManifestDraft;
import io.matinee.model.snapshot.SnapshotContent;
import io.matinee.proto.metrics.v1.EvaluateModelRequest;
import io.matinee.proto.metrics.v1.GetEvaluationRequest;
import io.matinee.proto.metrics.v1.ListEvaluationsRequest;
import io.matinee.proto.metrics.v1.ListEvaluationsResponse;
import io.matinee.proto.model.v1.Contestant;
import io.matinee.proto.model.v1.EmbeddingSpace;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.model.v1.EvaluationProtocol;
import io.matinee.proto.model.v1.Figure;
import io.matinee.proto.model.v1.IntervalMethod;
import io.matinee.proto.model.v1.PairedDifference;
import io.matinee.proto.model.v1.ReaderKind;
import io.matinee.proto.model.v1.ReaderStatus;
import io.matinee.proto.trainer.v1.VersionInUse;
import io.matinee.runtime.operation.call.OperationMessages;
import io.matinee.runtime.testing.FakeRegistry;
import io.matinee.runtime.testing.TinyModel;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an evaluation holds, and where it is found again. */
@QuarkusTest
@Tag("process")
class EvaluationApiTest extends RunningService {

  @Test
  void evaluatesBesideTheBaselinesAndAttachesTheResult() throws IOException {
    String version = registry.publishTiny(1);

    Evaluation evaluation = evaluate(request(version));

    assertThat(evaluation.getModelVersion()).isEqualTo(version);
    Contestant subject = evaluation.getContestants(0);
    assertThat(subject.getModelVersion()).isEqualTo(version);
    assertThat(names(subject))
        .containsExactlyInAnyOrder(
            "rmse",
            "mae",
            "precision",
            "recall",
            "ndcg",
            "map",
            "hit_rate",
            "mrr",
            "intra_list_diversity EMBEDDING_SPACE_RANKING",
            "intra_list_diversity EMBEDDING_SPACE_CONTENT",
            "novelty_mean_rating",
            "novelty_mean_rating_scaled",
            "novelty_self_information",
            "catalogue_coverage");
    assertThat(subject.getFiguresList())
        .allSatisfy(
            figure ->
                assertThat(figure.getInterval().getMethod())
                    .as(figure.getMetric())
                    .isEqualTo(
                        figure.getMetric().equals("catalogue_coverage")
                            ? IntervalMethod.INTERVAL_METHOD_JACKKNIFE
                            : IntervalMethod.INTERVAL_METHOD_PERCENTILE_BOOTSTRAP));
    assertThat(evaluation.getContestantsList().stream().map(Contestant::getContestantId))
        .containsExactly("subject", "popular", "baseline");
    assertThat(evaluation.getContestantsList().stream().map(Contestant::getAlgorithmId))
        .containsExactly("", "popular", "baseline");
    assertThat(evaluation.getDifferencesList())
        .filteredOn(difference -> difference.getMetric().equals("ndcg"))
        .extracting(PairedDifference::getContestantId, PairedDifference::getOtherContestantId)
        .containsExactly(
            tuple("subject", "popular"),
            tuple("subject", "baseline"),
            tuple("popular", "baseline"));
    assertThat(evaluation.getDifferencesList())
        .allSatisfy(
            difference -> {
              assertThat(difference.getPValue()).isBetween(0.0, 1.0);
              assertThat(difference.hasDecidingUserCount())
                  .isEqualTo(Math.abs(difference.getDifference()) > 1e-12);
            });
    assertThat(evaluation.getCounts().getUsers()).isBetween(1L, (long) TinyModel.USERS);
    assertThat(registry.evaluations()).contains(evaluation);
  }

  @Test
  void theProtocolSaysWhatMakesFiguresComparable() throws IOException {
    String version = registry.publishTiny(15);
    EvaluateModelRequest request = request(version);

    EvaluationProtocol protocol = evaluate(request).getProtocol();
    EvaluationProtocol ofMore =
        evaluate(request.toBuilder().addCutoffs(20).addCutoffs(5).build()).getProtocol();

    assertThat(protocol.getCutoffsList()).containsExactly(10);
    assertThat(protocol.getRelevanceThreshold()).isEqualTo(4);
    assertThat(protocol.getDatasetVersion()).isEqualTo("datasets/tiny/versions/1");
    assertThat(ofMore.getCutoffsList()).containsExactly(5, 20);
    assertThat(ofMore.getDigest()).isNotEqualTo(protocol.getDigest());
    assertThat(evaluate(request(registry.publishTiny(16))).getProtocol()).isEqualTo(protocol);
  }

  /**
   * Eight cut-offs and three slices of either kind, the most, with all that there is of figures.
   */
  @Test
  void theLargestEvaluationCanBeKept() throws IOException {
    String version = registry.publishTiny(17);
    var request =
        request(version).toBuilder()
            .addAllUserActivityBounds(List.of(8, 5))
            .addAllMoviePopularityBounds(List.of(9, 4));
    IntStream.rangeClosed(993, 1000).forEach(request::addCutoffs);

    Evaluation evaluation = evaluate(request.build());

    assertThat(evaluation.getProtocol().getUserActivityBoundsList()).containsExactly(5, 8);
    assertThat(evaluation.getProtocol().getMoviePopularityBoundsList()).containsExactly(4, 9);
    List<Figure> figures = evaluation.getContestants(0).getFiguresList();
    assertThat(figures).filteredOn(figure -> !figure.hasSlice()).hasSize(2 + 8 * 12);
    assertThat(figures).filteredOn(Figure::hasSlice).hasSizeGreaterThan(2 + 8 * 11);
    assertThat(figures)
        .filteredOn(figure -> figure.getSlice().hasMoviePopularity())
        .hasSizeBetween(8, 3 * 8)
        .allMatch(figure -> figure.getMetric().equals("recall"));
    assertThat(evaluation.getDifferencesCount()).isEqualTo(2 + 3 * 8 * 10);
    assertThat(OperationMessages.text(evaluation)).hasSizeLessThan(512 << 10);
  }

  @Test
  void theVersionIsHeldWhileItIsEvaluated() throws IOException {
    String version = registry.publishTiny(61);
    Evaluation evaluation = evaluate(request(version));

    assertThat(registry.used())
        .contains(
            VersionInUse.newBuilder()
                .setModelVersion(version)
                .setNeededBy(evaluation.getName())
                .build());
  }

  @Test
  void anEvaluationIsFoundAgain() throws IOException {
    String version = registry.publishTiny(2);
    Evaluation evaluation = evaluate(request(version));

    var byName = GetEvaluationRequest.newBuilder().setName(evaluation.getName()).build();
    assertThat(evaluations.getEvaluation(byName).getEvaluation()).isEqualTo(evaluation);
    var ofVersion = ListEvaluationsRequest.newBuilder().setModelVersion(version).build();
    assertThat(evaluations.listEvaluations(ofVersion).getEvaluationsList())
        .containsExactly(evaluation);
  }

  @Test
  void theListGoesOnWhereItsTokenSays() throws IOException {
    String version = registry.publishTiny(3);
    List<String> made = new ArrayList<>();
    for (int count = 0; count < 3; count++) {
      made.addFirst(evaluate(request(version)).getName());
    }
    var all = ListEvaluationsRequest.newBuilder().setModelVersion(version);

    var first = evaluations.listEvaluations(all.setPageSize(2).build());
    var second = evaluations.listEvaluations(all.setPageToken(first.getNextPageToken()).build());

    assertThat(first.getEvaluationsList().stream().map(Evaluation::getName))
        .containsExactlyElementsOf(made.subList(0, 2));
    assertThat(second.getEvaluationsList().stream().map(Evaluation::getName))
        .containsExactlyElementsOf(made.subList(2, 3));
    assertThat(second.getNextPageToken()).isEmpty();
  }

  @Test
  void evaluationsAreListedByModelAndProtocol() throws IOException {
    Evaluation evaluation =
        evaluate(request(registry.publishTiny(18)).toBuilder().setSeed(7).build());
    var digest = ListEvaluationsRequest.newBuilder();

    digest.setProtocolDigest(evaluation.getProtocol().getDigest()).setModel(FakeRegistry.MODEL);

    assertThat(evaluations.listEvaluations(digest.build()).getEvaluationsList())
        .containsExactly(evaluation);
    assertThat(evaluations.listEvaluations(digest.setModel("models/x").build()))
        .isEqualTo(ListEvaluationsResponse.getDefaultInstance());
  }

  @Test
  void aRankingOnlyVersionHasNoRatingFigures() throws IOException {
    SnapshotContent whole = TinyModel.content(5);
    String version =
        registry.publish(
            new SnapshotContent(
                rankingOnly(whole.draft()),
                whole.catalogue(),
                whole.training(),
                whole.heldOut(),
                whole.ranking(),
                Optional.empty()));

    Evaluation evaluation = evaluate(request(version));

    assertThat(names(evaluation.getContestants(0))).contains("ndcg").doesNotContain("rmse", "mae");
    assertThat(names(evaluation.getContestants(2))).contains("rmse", "mae");
  }

  @Test
  void theStatusSaysThatTheTrainerIsHeard() throws IOException {
    evaluate(request(registry.publishTiny(14)));

    ReaderStatus status = status();

    assertThat(status.getKind()).isEqualTo(ReaderKind.READER_KIND_METRICS);
    assertThat(status.getAliasesList()).isEmpty();
    assertThat(status.getReady()).isTrue();
    assertThat(status.getRegistryConnected()).isTrue();
  }

  private static ManifestDraft rankingOnly(ManifestDraft draft) {
    return new ManifestDraft(
        draft.datasetVersion(),
        draft.ratingsRevision(),
        draft.scale(),
        draft.synthetic(),
        draft.holdOut(),
        draft.ranking(),
        Optional.empty(),
        draft.servable(),
        draft.seed(),
        draft.device(),
        draft.libraryVersions(),
        draft.createTime());
  }

  private static List<String> names(Contestant contestant) {
    return contestant.getFiguresList().stream()
        .map(
            figure ->
                figure.getSpace() == EmbeddingSpace.EMBEDDING_SPACE_UNSPECIFIED
                    ? figure.getMetric()
                    : figure.getMetric() + " " + figure.getSpace())
        .toList();
  }
}
