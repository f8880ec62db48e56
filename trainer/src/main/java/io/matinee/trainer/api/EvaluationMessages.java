package io.matinee.trainer.api;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.name.ModelVersionName;
import io.matinee.trainer.name.ResourceName;
import io.matinee.trainer.registry.EvaluationContent;
import io.matinee.trainer.registry.EvaluationRecord;
import java.nio.charset.StandardCharsets;

/** Evaluations as messages, and as they are kept. */
final class EvaluationMessages {

  private EvaluationMessages() {}

  /** Returns the id in a name {@code evaluations/{id}}. */
  static String id(String name) {
    return ResourceName.ids(name, "evaluations").getFirst();
  }

  static Evaluation of(EvaluationRecord evaluation) {
    Evaluation.Builder message = Evaluation.newBuilder();
    try {
      JsonFormat.parser().ignoringUnknownFields().merge(evaluation.content().json(), message);
    } catch (InvalidProtocolBufferException malformed) {
      throw new IllegalStateException("evaluation " + evaluation.content().id(), malformed);
    }
    return message.build();
  }

  /**
   * Returns an evaluation as it is kept.
   *
   * @throws MatineeException INVALID_REQUEST when it is too large
   */
  static EvaluationContent content(Evaluation evaluation) {
    String json = json(evaluation);
    int bytes = json.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > EvaluationContent.MAXIMUM_BYTES) {
      String problem =
          "takes %,d bytes as JSON; at most %,d are kept"
              .formatted(bytes, EvaluationContent.MAXIMUM_BYTES);
      throw MatineeException.of(Reason.INVALID_REQUEST, "evaluation " + problem)
          .onField("evaluation", problem);
    }
    return new EvaluationContent(
        id(evaluation.getName()),
        ModelVersionName.parse(evaluation.getModelVersion()),
        evaluation.getProtocol().getDigest(),
        json);
  }

  private static String json(Evaluation evaluation) {
    try {
      return JsonFormat.printer().omittingInsignificantWhitespace().print(evaluation);
    } catch (InvalidProtocolBufferException unprintable) {
      throw new IllegalStateException(unprintable);
    }
  }
}
