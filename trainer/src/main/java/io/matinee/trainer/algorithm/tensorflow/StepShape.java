package io.matinee.trainer.algorithm.tensorflow;

/**
 * How a network's steps are taken.
 *
 * @param learningRate of {@link Adam}
 * @param batchSize examples per step
 * @param steps steps chained in one call
 */
record StepShape(double learningRate, int batchSize, int steps) {}
