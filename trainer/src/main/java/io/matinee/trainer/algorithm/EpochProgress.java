package io.matinee.trainer.algorithm;

import io.matinee.model.snapshot.Epoch;

/**
 * How far a training has come.
 *
 * @param epoch the epoch that has just ended, with its figures
 * @param epochs how many there will be at most
 * @param remainingSeconds the time that is left at most, as estimated from the epochs so far
 * @param examplesPerSecond ratings processed per second in this epoch
 */
public record EpochProgress(
    Epoch epoch, int epochs, double remainingSeconds, double examplesPerSecond) {}
