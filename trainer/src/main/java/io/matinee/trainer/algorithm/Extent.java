package io.matinee.trainer.algorithm;

/**
 * How large a data set is.
 *
 * @param users how many users it has
 * @param movies how many movies, rated or not
 */
public record Extent(long users, long movies) {}
