package io.matinee.trainer.algorithm.tensorflow;

import java.util.Optional;

/** Whether a product of vectors has biases beside it, and how they start. */
enum BiasStart {
  /** Without biases. */
  NONE(Optional.empty()),
  /** As {@link Initialiser#HE_NORMAL}. */
  HE_NORMAL(Optional.of(Initialiser.HE_NORMAL)),
  /** As {@link Initialiser#UNIFORM}. */
  UNIFORM(Optional.of(Initialiser.UNIFORM)),
  /** As {@link Initialiser#NORMAL}. */
  NORMAL(Optional.of(Initialiser.NORMAL)),
  /** At 0. */
  ZEROS(Optional.of(Initialiser.ZEROS));

  private final Optional<Initialiser> initialiser;

  BiasStart(Optional<Initialiser> initialiser) {
    this.initialiser = initialiser;
  }

  /** Returns how they start; empty without biases. */
  Optional<Initialiser> initialiser() {
    return initialiser;
  }
}
