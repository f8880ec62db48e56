package io.matinee.metrics.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.longrunning.Operation;
import com.google.rpc.Code;
import io.grpc.Context;
import io.matinee.metrics.evaluation.Registry;
import io.matinee.model.snapshot.ManifestDraft;
import io.matinee.model.snapshot.SnapshotContent;
import io.matinee.proto.metrics.v1.GetEvaluationRequest;
import io.matinee.proto.metrics.v1.ListEvaluationsRequest;
import io.matinee.proto.model.v1.BaselineFigures;
import io.matinee.proto.model.v1.ErrorReason;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.model.v1.Figure;
import io.matinee.proto.model.v1.ReaderStatus;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.testing.TinyModel;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("process")
class EvaluationApiTest extends RunningService {
  private static final java.time.Duration SOON = java.time.Duration.ofSeconds(5);

  @TestHTTPResource("/metrics")
  URI metrics;

  @Inject Registry asked;

  @Test
  void evaluatesBesideTheBaselinesAndAttachesTheResult() throws IOException {
    String version = registry.publishTiny(1);

    Evaluation evaluation = evaluate(request(version));

    assertThat(metrics(evaluation.getFiguresList()))
        .containsExactlyInAnyOrder(
            "rmse",
            "mae",
            "precision",
            "recall",
            "ndcg",
            "map",
            "hit_rate",
            "mrr",
            "intra_list_diversity_model",
            "intra_list_diversity_content",
            "novelty_mean_rating",
            "novelty_mean_rating_scaled",
            "novelty_self_information",
            "catalogue_coverage");
    assertThat(evaluation.getFiguresList())
        .allSatisfy(figure -> assertThat(figure.hasInterval()).as(figure.getMetric()).isTrue());
    assertThat(evaluation.getBaselinesList().stream().map(BaselineFigures::getAlgorithm))
        .containsExactly("popular", "baseline");
    assertThat(evaluation.getProtocol().getK()).isEqualTo(10);
    assertThat(evaluation.getProtocol().getRelevanceThreshold()).isEqualTo(4);
    assertThat(evaluation.getProtocol().getDatasetVersion()).isEqualTo("datasets/tiny/versions/1");
    assertThat(evaluation.getEvaluatedUsers()).isBetween(1L, (long) TinyModel.USERS);
    assertThat(registry.evaluations()).contains(evaluation);
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
  void anUnknownEvaluationIsNotFound() {
    String name = "models/movies/versions/1/evaluations/unknown";

    assertFails(
        () -> evaluations.getEvaluation(GetEvaluationRequest.newBuilder().setName(name).build()),
        Reason.EVALUATION_NOT_FOUND);
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
    assertFails(
        () -> evaluations.listEvaluations(all.setModelVersion("").build()),
        Reason.PAGE_TOKEN_INVALID);
  }

  @Test
  void figuresAreExportedAsGauges() throws IOException, InterruptedException {
    String version = registry.publishTiny(4);
    Evaluation evaluation = evaluate(request(version));
    Figure ndcg =
        evaluation.getFiguresList().stream()
            .filter(figure -> figure.getMetric().equals("ndcg"))
            .findFirst()
            .orElseThrow();

    try (HttpClient http = HttpClient.newHttpClient()) {
      String exported =
          http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
      String number = version.substring(version.lastIndexOf('/') + 1);
      assertThat(exported)
          .contains(
              "matinee_evaluation{algorithm=\"version\",metric=\"ndcg\",model=\"movies\",version=\""
                  + number
                  + "\"} "
                  + ndcg.getValue())
          .contains("matinee_evaluation{algorithm=\"popular\",metric=\"ndcg\"")
          .doesNotContain("matinee_follow_");
    }
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

    assertThat(metrics(evaluation.getFiguresList())).contains("ndcg").doesNotContain("rmse", "mae");
    assertThat(metrics(evaluation.getBaselines(1).getFiguresList())).contains("rmse", "mae");
  }

  @Test
  void aRepeatedRequestIdIsTheSameCall() {
    var request =
        request(registry.publishTiny(6)).toBuilder()
            .setRequestId(UUID.randomUUID().toString())
            .build();

    Operation first = evaluations.evaluateModel(request);

    assertThat(evaluations.evaluateModel(request).getName()).isEqualTo(first.getName());
    assertFails(
        () -> evaluations.evaluateModel(request.toBuilder().setK(3).build()),
        Reason.REQUEST_ID_REUSED);
  }

  @Test
  void anUnknownVersionIsNotFound() {
    assertFails(
        () -> evaluations.evaluateModel(request("models/movies/versions/999999")),
        Reason.MODEL_VERSION_NOT_FOUND);
  }

  @Test
  void aVersionOfAnotherFormatIsRefused() {
    assertFails(
        () -> evaluations.evaluateModel(request(registry.publishOfEarlierFormat())),
        Reason.FORMAT_UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 5.5f})
  void aThresholdOffTheScaleIsRefused(float threshold) {
    String version = registry.publishTiny(11);

    assertFails(
        () ->
            evaluations.evaluateModel(
                request(version).toBuilder().setRelevanceThreshold(threshold).build()),
        Reason.RATING_OUT_OF_SCALE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 10_001})
  void aLengthOutOfRangeIsRefused(int k) {
    assertFails(
        () ->
            evaluations.evaluateModel(
                request("models/movies/versions/1").toBuilder().setK(k).build()),
        Reason.INVALID_REQUEST);
  }

  @Test
  void aFlippedByteEndsAsDataLossNamingTheBlob() {
    String version = registry.publishTiny(12);
    registry.flipByte(version, "held-out");

    Operation failed = await(evaluations.evaluateModel(request(version)).getName());

    assertThat(failed.getError().getCode()).isEqualTo(Code.DATA_LOSS_VALUE);
    assertThat(failed.getError().getMessage()).contains("held-out");
    assertThat(status().getLastFailedLoad().getReason()).isEqualTo(ErrorReason.BLOB_CORRUPT);
    assertThat(status().getLastFailedLoad().getModelVersion()).isEqualTo(version);
  }

  @Test
  void aCallThatIsGivenUpWhileTheRegistryIsAskedIsNoBug() {
    Context.CancellableContext givenUp = Context.current().withCancellation();
    givenUp.cancel(null);

    givenUp.run(
        () ->
            assertThatExceptionOfType(MatineeException.class)
                .isThrownBy(() -> asked.find("models/movies/versions/1"))
                .extracting(MatineeException::reason)
                .isEqualTo(Reason.CANCELLED));
  }

  @Test
  void aRegistryThatIsAwayIsUnavailable() {
    String version = registry.publishTiny(13);
    registry.stop();
    try {
      long start = System.nanoTime();
      assertFails(() -> evaluations.evaluateModel(request(version)), Reason.REGISTRY_UNAVAILABLE);
      assertThat(java.time.Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
      assertThat(status().getRegistryConnected()).isFalse();
    } finally {
      registry.restart();
    }
  }

  @Test
  void theStatusNamesTheVersionThatWasOpenedLast() throws IOException {
    String version = registry.publishTiny(14);
    evaluate(request(version));

    ReaderStatus status = status();

    assertThat(status.getLoadedVersion()).isEqualTo(version);
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

  private static List<String> metrics(List<Figure> figures) {
    return figures.stream().map(Figure::getMetric).toList();
  }
}
