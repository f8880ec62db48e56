package io.matinee.trainer.api;

import io.matinee.runtime.operation.Operations;
import io.matinee.runtime.operation.call.OperationMessages;
import io.matinee.runtime.operation.call.OperationService;
import io.quarkus.grpc.GrpcService;
import jakarta.inject.Inject;

/** The imports and training runs as long-running operations. */
@GrpcService
public class OperationsApi extends OperationService {
  @Inject
  OperationsApi(Operations operations, OperationMessages messages) {
    super(operations, messages);
  }
}
