package io.matinee.trainer.training;

import io.matinee.trainer.registry.ModelVersion;

/** How operations keep what runs made: in the form of the contract, which this room knows not. */
@FunctionalInterface
public interface TrainingText {
  /** Returns a version as the result of the run that made it. */
  String of(ModelVersion version);
}
