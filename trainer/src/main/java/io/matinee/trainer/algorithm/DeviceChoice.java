package io.matinee.trainer.algorithm;

/** What a scorer is to be trained on. */
public enum DeviceChoice {
  /** A graphics processor where the algorithm can use one that is there, else the processor. */
  AUTO,
  /** The machine's processor. */
  CPU,
  /** A graphics processor, or nothing. */
  GPU
}
