package io.matinee.trainer.dataset.sample;

/**
 * A generated rating.
 *
 * @param user the user's id
 * @param movie the movie
 * @param stars .5 to 5 in steps of a half
 * @param timestamp in epoch seconds
 */
record SampleRating(int user, SampleMovie movie, double stars, long timestamp) {}
