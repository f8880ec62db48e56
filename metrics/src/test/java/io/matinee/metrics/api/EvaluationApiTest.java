package io.matinee.metrics.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.google.longrunning.DeleteOperationRequest;
import com.google.longrunning.Operation;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Code;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import io.matinee.metrics.evaluation.Registry;
import io.matinee.model.snapshot.ManifestDraft;
import io.matinee.model.snapshot.SnapshotContent;
import io.matinee.proto.metrics.v1.EvaluateModelRequest;
import io.matinee.proto.metrics.v1.EvaluateModelResponse;
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
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.call.OperationMessages;
import io.matinee.runtime.testing.FakeRegistry;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("process")
class EvaluationApiTest extends RunningService {

  @TestHTTPResource("/metrics")
  URI metrics;

  @Inject Registry asked;

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

  /** Eight cut-offs and three slices, the most, with all that there is of figures. */
  @Test
  void theLargestEvaluationCanBeKept() throws IOException {
    String version = registry.publishTiny(17);
    var request = request(version).toBuilder().addUserActivityBounds(8).addUserActivityBounds(5);
    IntStream.rangeClosed(993, 1000).forEach(request::addCutoffs);

    Evaluation evaluation = evaluate(request.build());

    assertThat(evaluation.getProtocol().getUserActivityBoundsList()).containsExactly(5, 8);
    List<Figure> figures = evaluation.getContestants(0).getFiguresList();
    assertThat(figures).filteredOn(figure -> !figure.hasSlice()).hasSize(2 + 8 * 12);
    assertThat(figures).filteredOn(Figure::hasSlice).hasSizeGreaterThan(2 + 8 * 11);
    assertThat(evaluation.getDifferencesCount()).isEqualTo(2 + 3 * 8 * 10);
    assertThat(OperationMessages.text(evaluation)).hasSizeLessThan(512 << 10);
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
    String name = "evaluations/unknown";

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
  void figuresAreExportedAsGauges() throws IOException, InterruptedException {
    String version = registry.publishTiny(4);
    Evaluation evaluation = evaluate(request(version));
    Figure ndcg =
        evaluation.getContestants(0).getFiguresList().stream()
            .filter(figure -> figure.getMetric().equals("ndcg"))
            .findFirst()
            .orElseThrow();

    String exported = exported();
    String number = version.substring(version.lastIndexOf('/') + 1);
    assertThat(exported)
        .contains(
            "matinee_evaluation{contestant=\"subject\",k=\"10\",metric=\"ndcg\",model=\"movies\",space=\"\",version=\""
                + number
                + "\"} "
                + ndcg.getValue())
        .contains("matinee_evaluation{contestant=\"popular\",k=\"10\",metric=\"ndcg\"")
        .doesNotContain("matinee_follow_");
  }

  /** Also when the latest goes before the others. */
  @Test
  void nothingIsExportedOfAnEvaluationThatMetricsForgot() throws IOException, InterruptedException {
    String version = registry.publishTiny(21);
    String label = "version=\"" + version.substring(version.lastIndexOf('/') + 1) + "\"";
    Operation earlier = await(evaluations.evaluateModel(request(version)).getName());
    Operation latest =
        await(
            evaluations
                .evaluateModel(request(version).toBuilder().addCutoffs(5).build())
                .getName());
    assertThat(exported().lines().filter(line -> line.contains(label)))
        .anyMatch(line -> line.contains("k=\"5\""))
        .noneMatch(line -> line.contains("k=\"10\""));

    operations.deleteOperation(
        DeleteOperationRequest.newBuilder().setName(latest.getName()).build());
    assertThat(exported().lines().filter(line -> line.contains(label)))
        .anyMatch(line -> line.contains("k=\"10\""))
        .noneMatch(line -> line.contains("k=\"5\""));

    operations.deleteOperation(
        DeleteOperationRequest.newBuilder().setName(earlier.getName()).build());
    assertThat(exported()).doesNotContain(label);
  }

  private String exported() throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
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

    assertThat(names(evaluation.getContestants(0))).contains("ndcg").doesNotContain("rmse", "mae");
    assertThat(names(evaluation.getContestants(2))).contains("rmse", "mae");
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
        () -> evaluations.evaluateModel(request.toBuilder().addCutoffs(3).build()),
        Reason.REQUEST_ID_REUSED);
  }

  /** Whatever came between: here its operation was deleted. */
  @Test
  void whatIsEvaluatedAgainIsWhatTheRegistryKeeps() throws IOException {
    var request =
        request(registry.publishTiny(19)).toBuilder()
            .setRequestId(UUID.randomUUID().toString())
            .build();
    Operation first = await(evaluations.evaluateModel(request).getName());
    operations.deleteOperation(
        DeleteOperationRequest.newBuilder().setName(first.getName()).build());

    Evaluation again = evaluate(request);

    assertThat(again)
        .isEqualTo(first.getResponse().unpack(EvaluateModelResponse.class).getEvaluation());
    assertThat(registry.evaluations()).containsOnlyOnce(again);
  }

  @Test
  void aRepeatedRequestIsAnsweredWhileTheRegistryIsAway() {
    var request =
        request(registry.publishTiny(20)).toBuilder()
            .setRequestId(UUID.randomUUID().toString())
            .build();
    Operation ended = await(evaluations.evaluateModel(request).getName());
    registry.stop();
    try {
      assertThat(evaluations.evaluateModel(request)).isEqualTo(ended);
      assertFails(
          () -> evaluations.evaluateModel(request.toBuilder().addCutoffs(3).build()),
          Reason.REQUEST_ID_REUSED);
    } finally {
      registry.restart();
    }
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

  @Test
  void aManifestThatIsNotWhatWasPublishedIsRefused() {
    String version = registry.publishTiny(46);
    registry.flipByte(version, "manifest");
    assertFails(() -> evaluations.evaluateModel(request(version)), Reason.BLOB_CORRUPT);
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
                request("models/movies/versions/1").toBuilder().addCutoffs(k).build()),
        Reason.INVALID_REQUEST);
  }

  @Test
  void aCutoffThatIsNamedTwiceIsRefused() {
    assertFails(
        () ->
            evaluations.evaluateModel(
                request("models/movies/versions/1").toBuilder()
                    .addCutoffs(3)
                    .addCutoffs(3)
                    .build()),
        Reason.INVALID_REQUEST);
  }

  @Test
  void aFlippedByteEndsAsDataLossNamingTheBlob() {
    String version = registry.publishTiny(12);
    registry.flipByte(version, "held-out");

    Operation failed = await(evaluations.evaluateModel(request(version)).getName());

    assertThat(failed.getError().getCode()).isEqualTo(Code.DATA_LOSS_VALUE);
    assertThat(failed.getError().getMessage()).contains("held-out");
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
      assertFails(() -> evaluations.evaluateModel(request(version)), Reason.REGISTRY_UNAVAILABLE);
      assertFails(
          () -> evaluations.listEvaluations(ListEvaluationsRequest.getDefaultInstance()),
          Reason.REGISTRY_UNAVAILABLE);
      assertFails(
          () ->
              evaluations.getEvaluation(
                  GetEvaluationRequest.newBuilder().setName("evaluations/e").build()),
          Reason.REGISTRY_UNAVAILABLE);
      assertThat(status().getRegistryConnected()).isFalse();
    } finally {
      registry.restart();
    }
  }

  @Test
  void whatTheTrainerTellsIsToldOn() {
    var request = request("models/movies/versions/1");
    registry.refuseCalls(MatineeException.of(Reason.SHUTTING_DOWN, "the trainer stops"));
    try {
      assertFails(() -> evaluations.evaluateModel(request), Reason.SHUTTING_DOWN);
      registry.refuseCalls(MatineeException.of(Reason.DATABASE_UNAVAILABLE, "it is away"));
      assertThatExceptionOfType(StatusRuntimeException.class)
          .isThrownBy(() -> evaluations.evaluateModel(request))
          .satisfies(
              failure -> {
                assertThat(ErrorStatus.reason(failure)).contains(Reason.DATABASE_UNAVAILABLE);
                assertThat(ErrorStatus.retryInfo(failure)).isPresent();
              });
    } finally {
      registry.answerCalls();
    }
  }

  @Test
  void aTokenThatTheTrainerRefusesIsNamed() {
    var request = ListEvaluationsRequest.newBuilder().setPageToken("malformed").build();
    assertThatExceptionOfType(StatusRuntimeException.class)
        .isThrownBy(() -> evaluations.listEvaluations(request))
        .satisfies(
            failure -> {
              assertThat(ErrorStatus.reason(failure)).contains(Reason.PAGE_TOKEN_INVALID);
              assertThat(ErrorStatus.badRequest(failure).orElseThrow().getFieldViolationsList())
                  .extracting(FieldViolation::getField)
                  .containsExactly("page_token");
            });
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
