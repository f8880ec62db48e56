package io.matinee.trainer.dataset.catalogue;

import java.util.Collection;

/**
 * What the files beside the ratings describe.
 *
 * @param movies the movies
 * @param rows the rows of movies that were read, good or bad
 */
public record DescribedCatalogue(Collection<CatalogueRow> movies, long rows) {}
