package io.matinee.metrics.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.google.longrunning.CancelOperationRequest;
import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.ListOperationsRequest;
import com.google.longrunning.WaitOperationRequest;
import com.google.protobuf.Duration;
import io.matinee.proto.metrics.v1.EvaluateModelRequest;
import io.matinee.proto.metrics.v1.GetEvaluationRequest;
import io.matinee.proto.metrics.v1.ListEvaluationsRequest;
import io.matinee.runtime.digest.RequestDigest;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.paging.PageToken;
import io.quarkus.test.junit.QuarkusTest;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Input that no caller should send: each is refused for a reason that is not INTERNAL. */
@QuarkusTest
@Tag("process")
class BadInputTest extends RunningService {
  private static final ListOperationsRequest LIST = ListOperationsRequest.getDefaultInstance();
  private static final String LARGEST = "models/movies/versions/" + "9".repeat(18);

  private interface Call extends Consumer<BadInputTest> {}

  static Stream<Arguments> calls() {
    return Stream.of(
        refused(
            "a negative page", Reason.INVALID_REQUEST, listing(LIST.toBuilder().setPageSize(-1))),
        refused(
            "the least page",
            Reason.INVALID_REQUEST,
            listing(LIST.toBuilder().setPageSize(Integer.MIN_VALUE))),
        refused(
            "a filter",
            Reason.INVALID_REQUEST,
            listing(LIST.toBuilder().setFilter("state = ACTIVE"))),
        refused(
            "another collection",
            Reason.INVALID_REQUEST,
            listing(LIST.toBuilder().setName("trainer/operations"))),
        refused("a token without a position", Reason.PAGE_TOKEN_INVALID, token()),
        refused("a token of half a position", Reason.PAGE_TOKEN_INVALID, token("x")),
        refused("a token of a word", Reason.PAGE_TOKEN_INVALID, token("x", "y")),
        refused(
            "a malformed operation",
            Reason.INVALID_REQUEST,
            test ->
                test.operations.getOperation(
                    GetOperationRequest.newBuilder().setName("metrics/operations/a/\0").build())),
        refused(
            "another service's operation",
            Reason.INVALID_REQUEST,
            test ->
                test.operations.getOperation(
                    GetOperationRequest.newBuilder().setName("trainer/operations/a").build())),
        refused(
            "cancelling nothing",
            Reason.INVALID_REQUEST,
            test -> test.operations.cancelOperation(CancelOperationRequest.getDefaultInstance())),
        refused(
            "the largest version",
            Reason.MODEL_VERSION_NOT_FOUND,
            test ->
                test.evaluations.evaluateModel(
                    EvaluateModelRequest.newBuilder().setModelVersion(LARGEST).build())),
        refused(
            "an evaluation that is not there",
            Reason.EVALUATION_NOT_FOUND,
            test ->
                test.evaluations.getEvaluation(
                    GetEvaluationRequest.newBuilder().setName("evaluations/e").build())),
        refused(
            "a negative page of evaluations",
            Reason.INVALID_REQUEST,
            test ->
                test.evaluations.listEvaluations(
                    ListEvaluationsRequest.newBuilder().setPageSize(-1).build())));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void isRefusedForAReason(Reason reason, Call call) {
    assertFails(() -> call.accept(this), reason);
  }

  @Test
  void aWaitOfAnyLengthEndsOrIsRefused() throws Exception {
    String name = evaluations.evaluateModel(request(registry.publishTiny(41))).getName();
    WaitOperationRequest wait = WaitOperationRequest.newBuilder().setName(name).build();
    assertThat(
            operations
                .waitOperation(
                    wait.toBuilder()
                        .setTimeout(Duration.newBuilder().setSeconds(315_576_000_000L))
                        .build())
                .getName())
        .isEqualTo(name);
    assertFails(
        () ->
            operations.waitOperation(
                wait.toBuilder()
                    .setTimeout(Duration.newBuilder().setSeconds(Long.MIN_VALUE))
                    .build()),
        Reason.INVALID_REQUEST);
  }

  private static Call listing(ListOperationsRequest.Builder request) {
    return test -> test.operations.listOperations(request.build());
  }

  private static Call token(Object... position) {
    String token = PageToken.of(RequestDigest.of(LIST), position).encode();
    return listing(LIST.toBuilder().setPageToken(token));
  }

  private static Arguments refused(String name, Reason reason, Call call) {
    return argumentSet(name, reason, call);
  }
}
