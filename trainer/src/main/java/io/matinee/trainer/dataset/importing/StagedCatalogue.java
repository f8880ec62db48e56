package io.matinee.trainer.dataset.importing;

import java.nio.file.Path;

/**
 * What came of the files beside the ratings.
 *
 * @param rows the rows of movies and users that were read, good or bad
 * @param movies the movies of the catalogue, described or not
 * @param catalogue the catalogue, as Parquet
 * @param users what is known of users, as Parquet
 */
record StagedCatalogue(long rows, long movies, Path catalogue, Path users) {}
