package io.matinee.metrics.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.longrunning.DeleteOperationRequest;
import com.google.longrunning.Operation;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import io.matinee.metrics.evaluation.Registry;
import io.matinee.proto.metrics.v1.EvaluateModelResponse;
import io.matinee.proto.metrics.v1.GetEvaluationRequest;
import io.matinee.proto.metrics.v1.ListEvaluationsRequest;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.runtime.error.ErrorStatus;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests that come again, and a trainer that is away. */
@QuarkusTest
@Tag("process")
class RepeatedEvaluationTest extends RunningService {
  @Inject Registry asked;

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
  void whatIsLookedUpForACallerHasItsOwnDeadline() {
    assertFails(
        () -> evaluations.evaluateModel(request("models/movies/versions/999999")),
        Reason.MODEL_VERSION_NOT_FOUND);

    assertThat(registry.timeLeft("GetModelVersion").orElseThrow())
        .isLessThanOrEqualTo(TemporaryHome.LOOKUP_DEADLINE);
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
}
