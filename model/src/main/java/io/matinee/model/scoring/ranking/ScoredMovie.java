package io.matinee.model.scoring.ranking;

/**
 * A movie with its score.
 *
 * @param movie the movie's index
 * @param score the score, higher is better
 */
public record ScoredMovie(int movie, float score) {}
