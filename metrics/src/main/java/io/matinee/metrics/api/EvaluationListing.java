package io.matinee.metrics.api;

import io.matinee.proto.metrics.v1.ListEvaluationsRequest;
import io.matinee.proto.metrics.v1.ListEvaluationsResponse;

/** Lists of evaluations, asked for here and answered by the registry. */
final class EvaluationListing {
  private EvaluationListing() {}

  static io.matinee.proto.trainer.v1.ListEvaluationsRequest request(
      ListEvaluationsRequest request) {
    var asked =
        io.matinee.proto.trainer.v1.ListEvaluationsRequest.newBuilder()
            .setProtocolDigest(request.getProtocolDigest())
            .setPageSize(request.getPageSize())
            .setPageToken(request.getPageToken());
    switch (request.getSubjectCase()) {
      case MODEL -> asked.setModel(request.getModel());
      case MODEL_VERSION -> asked.setModelVersion(request.getModelVersion());
      case SUBJECT_NOT_SET -> {}
    }
    return asked.build();
  }

  static ListEvaluationsResponse response(
      io.matinee.proto.trainer.v1.ListEvaluationsResponse answer) {
    return ListEvaluationsResponse.newBuilder()
        .addAllEvaluations(answer.getEvaluationsList())
        .setNextPageToken(answer.getNextPageToken())
        .build();
  }
}
