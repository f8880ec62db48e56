package io.matinee.trainer.algorithm.tensorflow;

/**
 * The weights of both tables as the graph holds them.
 *
 * @param users [users, dimensions + 2], a row being the vector, the bias and a one
 * @param movies [movies, dimensions + 2], a row being the vector, a one and the bias
 */
record FactorTables(float[] users, float[] movies) {}
