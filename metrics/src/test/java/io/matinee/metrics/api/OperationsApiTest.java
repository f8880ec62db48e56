package io.matinee.metrics.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.longrunning.CancelOperationRequest;
import com.google.longrunning.DeleteOperationRequest;
import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.ListOperationsRequest;
import com.google.longrunning.Operation;
import com.google.longrunning.WaitOperationRequest;
import com.google.protobuf.Duration;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import io.matinee.metrics.evaluation.Requests;
import io.matinee.proto.metrics.v1.EvaluateModelMetadata;
import io.matinee.runtime.error.Reason;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("process")
class OperationsApiTest extends RunningService {
  private static final int SLOW = 100_000;

  @Test
  void anOperationThatWaitsIsCancelled() throws IOException {
    var slow = request(registry.publishTiny(7)).toBuilder().setResampleCount(SLOW).build();
    for (int before = 0; before < 4; before++) {
      evaluations.evaluateModel(slow);
    }
    String name = evaluations.evaluateModel(slow).getName();

    var unused =
        operations.cancelOperation(CancelOperationRequest.newBuilder().setName(name).build());

    Operation cancelled = await(name);
    assertThat(cancelled.getError().getCode()).isEqualTo(Code.CANCELLED_VALUE);
    assertThat(cancelled.getMetadata().unpack(EvaluateModelMetadata.class))
        .returns(slow.getModelVersion(), EvaluateModelMetadata::getModelVersion)
        .returns(EvaluateModelMetadata.Stage.STAGE_ENDED, EvaluateModelMetadata::getStage);
  }

  @Test
  void aWaitEndsWithItsTimeout() {
    var slow = request(registry.publishTiny(8)).toBuilder().setResampleCount(SLOW).build();
    for (int before = 0; before < 4; before++) {
      evaluations.evaluateModel(slow);
    }
    String name = evaluations.evaluateModel(slow).getName();

    Operation running =
        operations.waitOperation(
            WaitOperationRequest.newBuilder()
                .setName(name)
                .setTimeout(Duration.newBuilder().setNanos(1_000_000))
                .build());

    assertThat(running.getDone()).isFalse();
  }

  @Test
  void operationsAreListedNewestFirst() throws IOException {
    evaluate(request(registry.publishTiny(9)));
    String last = evaluations.evaluateModel(request(registry.publishTiny(10))).getName();

    var listed =
        operations.listOperations(ListOperationsRequest.newBuilder().setPageSize(1).build());

    assertThat(listed.getOperationsList().getFirst().getName()).isEqualTo(last);
    assertThat(listed.getNextPageToken()).isNotEmpty();
  }

  @Test
  void operationsAreFiltered() throws IOException {
    String version = registry.publishTiny(11);
    String name = evaluations.evaluateModel(request(version)).getName();
    await(name);
    assertThat(listed("done = true AND kind = \"evaluate\" AND parent = \"" + version + "\""))
        .contains(name);
    assertThat(listed("done = false AND parent = \"" + version + "\"")).doesNotContain(name);
    assertThat(listed("kind = import")).isEmpty();
  }

  @Test
  void whatHasEndedIsDeletedAndWhatHasNotIsNot() throws IOException {
    String version = registry.publishTiny(12);
    var slow = request(version).toBuilder().setResampleCount(SLOW).build();
    for (int before = 0; before < 4; before++) {
      evaluations.evaluateModel(slow);
    }
    String name = evaluations.evaluateModel(slow).getName();
    DeleteOperationRequest delete = DeleteOperationRequest.newBuilder().setName(name).build();
    assertFails(() -> operations.deleteOperation(delete), Reason.OPERATION_ACTIVE);
    operations.cancelOperation(CancelOperationRequest.newBuilder().setName(name).build());

    operations.deleteOperation(delete);

    assertFails(
        () -> operations.getOperation(GetOperationRequest.newBuilder().setName(name).build()),
        Reason.OPERATION_NOT_FOUND);
    assertThat(listed("parent = \"" + version + "\"")).doesNotContain(name);
  }

  private List<String> listed(String filter) {
    return operations
        .listOperations(
            ListOperationsRequest.newBuilder()
                .setName("metrics/operations")
                .setFilter(filter)
                .build())
        .getOperationsList()
        .stream()
        .map(Operation::getName)
        .toList();
  }

  @Test
  void anUnknownOperationIsNotFound() {
    assertFails(
        () ->
            operations.getOperation(
                GetOperationRequest.newBuilder().setName("metrics/operations/unknown").build()),
        Reason.OPERATION_NOT_FOUND);
  }

  @Test
  void whatAnEarlierProcessDidNotFinishHasEndedAsLost() throws IOException {
    Operation lost =
        operations.getOperation(
            GetOperationRequest.newBuilder().setName(TemporaryHome.CUT_OFF).build());

    assertThat(lost.getDone()).isTrue();
    assertThat(lost.getError().getCode()).isEqualTo(Code.ABORTED_VALUE);
    assertThat(lost.getError().getDetails(0).unpack(ErrorInfo.class).getReason())
        .isEqualTo("RUN_LOST");
    assertThat(lost.getMetadata().unpack(EvaluateModelMetadata.class).getModelVersion())
        .isEqualTo(Requests.VERSION);
  }
}
