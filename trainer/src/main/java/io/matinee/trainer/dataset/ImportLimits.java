package io.matinee.trainer.dataset;

/**
 * What an import may use.
 *
 * @param maximumBytes the most bytes of one file, and of all that an archive holds
 * @param memoryMegabytes the most memory of the query engine
 */
public record ImportLimits(long maximumBytes, int memoryMegabytes) {}
