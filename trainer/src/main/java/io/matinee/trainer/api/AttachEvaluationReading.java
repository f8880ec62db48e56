package io.matinee.trainer.api;

import io.matinee.proto.model.v1.Evaluation;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.name.ModelVersionName;
import io.matinee.trainer.name.ResourceName;
import io.matinee.trainer.registry.AttachedEvaluation;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads an evaluation that a caller wants to attach. */
final class AttachEvaluationReading {

  private AttachEvaluationReading() {}

  /**
   * The evaluation as it is kept.
   *
   * @throws MatineeException INVALID_REQUEST when it is too large
   */
  static AttachedEvaluation read(Evaluation evaluation) {
    String json = RegistryMessages.json(evaluation);
    int bytes = json.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > AttachedEvaluation.MAXIMUM_BYTES) {
      String problem =
          "takes %,d bytes as JSON; at most %,d are kept"
              .formatted(bytes, AttachedEvaluation.MAXIMUM_BYTES);
      throw MatineeException.of(Reason.INVALID_REQUEST, "evaluation " + problem)
          .onField("evaluation", problem);
    }
    List<String> ids = ResourceName.ids(evaluation.getName(), "models", "versions", "evaluations");
    return new AttachedEvaluation(ModelVersionName.of(ids.get(0), ids.get(1)), ids.get(2), json);
  }
}
