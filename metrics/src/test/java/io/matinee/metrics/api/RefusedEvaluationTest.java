package io.matinee.metrics.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.longrunning.Operation;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Code;
import io.grpc.StatusRuntimeException;
import io.matinee.proto.metrics.v1.GetEvaluationRequest;
import io.matinee.proto.metrics.v1.ListEvaluationsRequest;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.Reason;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not evaluated, and for which reason. */
@QuarkusTest
@Tag("process")
class RefusedEvaluationTest extends RunningService {

  @Test
  void anUnknownEvaluationIsNotFound() {
    String name = "evaluations/unknown";

    assertFails(
        () -> evaluations.getEvaluation(GetEvaluationRequest.newBuilder().setName(name).build()),
        Reason.EVALUATION_NOT_FOUND);
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

  @Test
  void aManifestThatIsNoneIsRefused() {
    String version = registry.publishManifest("[]");
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

  /** Of a version of which no other test has the blobs in the cache. */
  @Test
  void aFlippedByteEndsAsDataLossNamingTheBlob() {
    String version = registry.publishTiny(47);
    registry.flipByte(version, "held-out");

    Operation failed = await(evaluations.evaluateModel(request(version)).getName());

    assertThat(failed.getError().getCode()).isEqualTo(Code.DATA_LOSS_VALUE);
    assertThat(failed.getError().getMessage()).contains("held-out");
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
}
