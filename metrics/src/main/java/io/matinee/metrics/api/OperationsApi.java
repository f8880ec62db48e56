package io.matinee.metrics.api;

import io.matinee.runtime.operation.Operations;
import io.matinee.runtime.operation.call.OperationMessages;
import io.matinee.runtime.operation.call.OperationService;
import io.quarkus.grpc.GrpcService;

/** The evaluations as long-running operations. */
@GrpcService
public class OperationsApi extends OperationService {
  OperationsApi(Operations operations, EvaluationContents contents) {
    super(operations, new OperationMessages(operations.names(), contents));
  }
}
