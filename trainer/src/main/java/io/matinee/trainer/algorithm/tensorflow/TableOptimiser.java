package io.matinee.trainer.algorithm.tensorflow;

/** How a table is trained. */
enum TableOptimiser {
  /**
   * Adam on the whole table at every step, as Keras and PyTorch have it: its cost grows with the
   * table.
   */
  ADAM_DENSE,
  /** Adam on the rows of a step's examples alone; the others wait with their moments. */
  ADAM_LAZY
}
