package io.matinee.metrics.api;

import com.google.longrunning.Operation;
import com.google.protobuf.Any;
import io.grpc.protobuf.StatusProto;
import io.matinee.metrics.evaluation.Evaluation;
import io.matinee.metrics.operation.EvaluationOperation;
import io.matinee.proto.metrics.v1.EvaluateModelMetadata;
import io.matinee.proto.metrics.v1.EvaluateModelResponse;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.time.Times;
import java.util.concurrent.CompletableFuture;

/** Operations as messages, and their names: "operations/{id}". */
final class OperationMessages {
  private static final String PREFIX = "operations/";

  private OperationMessages() {}

  static Operation of(EvaluationOperation operation) {
    Operation.Builder message =
        Operation.newBuilder()
            .setName(PREFIX + operation.id())
            .setMetadata(Any.pack(metadata(operation)));
    CompletableFuture<Evaluation> outcome = operation.outcome();
    switch (outcome.state()) {
      case RUNNING -> message.setDone(false);
      case SUCCESS -> message.setDone(true).setResponse(Any.pack(response(outcome.resultNow())));
      case FAILED, CANCELLED -> message.setDone(true).setError(error(outcome.exceptionNow()));
    }
    return message.build();
  }

  /** Returns the id in a name; of a name of another form the name itself, which no id equals. */
  static String id(String name) {
    return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
  }

  private static EvaluateModelMetadata metadata(EvaluationOperation operation) {
    var progress = operation.progress();
    return EvaluateModelMetadata.newBuilder()
        .setModelVersion(operation.request().modelVersion())
        .setStage(progress.stage().label())
        .setUsersDone(progress.usersDone())
        .setUsers(progress.users())
        .setStartTime(Times.of(operation.startTime()))
        .build();
  }

  private static EvaluateModelResponse response(Evaluation evaluation) {
    return EvaluateModelResponse.newBuilder()
        .setEvaluation(EvaluationMessages.of(evaluation))
        .build();
  }

  private static com.google.rpc.Status error(Throwable failure) {
    return failure instanceof MatineeException known
        ? StatusProto.fromThrowable(known.toStatus())
        : StatusProto.fromThrowable(failure);
  }
}
