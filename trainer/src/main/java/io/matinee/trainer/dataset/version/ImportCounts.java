package io.matinee.trainer.dataset.version;

/**
 * The rows of an import.
 *
 * @param rows data rows read from the ratings file
 * @param ratings ratings kept
 * @param users users with at least one rating
 * @param ratedMovies movies with at least one rating
 * @param movies movies in the catalogue, rated or not
 * @param rejected rows that could not be used, those of the catalogue's files included
 * @param duplicates ratings replaced by a later one of the same movie by the same user
 */
public record ImportCounts(
    long rows,
    long ratings,
    long users,
    long ratedMovies,
    long movies,
    long rejected,
    long duplicates) {}
