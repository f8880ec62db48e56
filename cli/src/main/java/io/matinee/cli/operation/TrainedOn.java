package io.matinee.cli.operation;

import io.matinee.proto.model.v1.EventKind;
import io.matinee.proto.trainer.v1.GetModelVersionRequest;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc.ModelRegistryServiceBlockingStub;

/** Finds what a model version was trained on. */
public final class TrainedOn {
  private TrainedOn() {}

  /**
   * Returns whether a version is of ratings or of watches.
   *
   * @param registry the trainer's registry
   * @param version "models/{model}/versions/{number}"
   */
  public static EventKind of(ModelRegistryServiceBlockingStub registry, String version) {
    return registry
        .getModelVersion(GetModelVersionRequest.newBuilder().setName(version).build())
        .getModelVersion()
        .getEventKind();
  }
}
