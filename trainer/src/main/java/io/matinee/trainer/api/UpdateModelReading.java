package io.matinee.trainer.api;

import io.matinee.proto.trainer.v1.UpdateModelRequest;
import io.matinee.runtime.error.Excerpt;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.registry.Model;
import java.util.function.UnaryOperator;

/** Reads which fields of a model a caller wants to change, and to what. */
final class UpdateModelReading {
  private static final String DISPLAY_NAME = "display_name";

  private UpdateModelReading() {}

  /**
   * Returns the change that a request asks for.
   *
   * @throws MatineeException INVALID_REQUEST naming a path of the mask that cannot be changed
   */
  static UnaryOperator<Model> change(UpdateModelRequest request) {
    return request.getUpdateMask().getPathsList().stream()
        .map(path -> change(path, request.getModel()))
        .reduce(UnaryOperator.identity(), (first, then) -> model -> then.apply(first.apply(model)));
  }

  private static UnaryOperator<Model> change(
      String path, io.matinee.proto.trainer.v1.Model wanted) {
    return switch (path) {
      case DISPLAY_NAME -> model -> model.withDisplayName(wanted.getDisplayName());
      default -> throw unknown(path);
    };
  }

  private static MatineeException unknown(String path) {
    String problem =
        "%s is no field that can be changed; this one can: %s"
            .formatted(Excerpt.of(path), DISPLAY_NAME);
    return MatineeException.of(Reason.INVALID_REQUEST, "update_mask: " + problem)
        .onField("update_mask", problem);
  }
}
