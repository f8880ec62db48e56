package io.matinee.model.snapshot;

import java.util.OptionalDouble;

/**
 * A point of a learning curve.
 *
 * @param epoch the pass over the data, from 1
 * @param trainingLoss the mean loss of the pass
 * @param validationLoss the mean loss on validation rows after it, where there are any
 */
public record Epoch(int epoch, double trainingLoss, OptionalDouble validationLoss) {}
