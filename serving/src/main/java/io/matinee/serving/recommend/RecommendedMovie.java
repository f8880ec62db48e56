package io.matinee.serving.recommend;

import java.util.OptionalDouble;

/**
 * A movie of a list.
 *
 * @param movie the movie's index
 * @param score the ranking score: higher is better, comparable within one list only
 * @param predictedRating the predicted rating on the data set's scale; empty without a rating
 *     scorer
 * @param rank the rank in the whole list, from 1
 */
public record RecommendedMovie(int movie, float score, OptionalDouble predictedRating, int rank) {}
