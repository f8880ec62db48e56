package io.matinee.serving.recommend;

/**
 * A movie with its score.
 *
 * @param movie the movie's index
 * @param score the score, higher is better
 */
record ScoredMovie(int movie, float score) {}
