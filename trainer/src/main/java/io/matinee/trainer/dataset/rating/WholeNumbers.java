package io.matinee.trainer.dataset.rating;

/**
 * What is known of a ratings file all of whose ids are whole numbers.
 *
 * @param rows its rows
 * @param mayRepeat whether a user may have rated a movie twice; if not, nobody has
 */
record WholeNumbers(long rows, boolean mayRepeat) {}
