package io.matinee.trainer.dataset.description;

import java.util.List;
import java.util.Optional;

/**
 * The figures of a data-set version; kept as JSON, in less than a megabyte.
 *
 * @param density the filled share of the matrix of users and rated movies; 0 where there is none
 * @param values how the ratings spread over their values
 * @param times when they were given
 * @param perMovie the numbers of ratings of a movie, over movies that have any
 * @param perUser the numbers of ratings of a user, over users who gave any
 * @param filters what would remain at least numbers of ratings
 * @param movies the movies that stand out
 * @param catalogue what the catalogue holds
 */
public record DatasetDescription(
    double density,
    ValueFigures values,
    TimeFigures times,
    Optional<Spread> perMovie,
    Optional<Spread> perUser,
    List<FilterEffect> filters,
    MovieFigures movies,
    CatalogueFigures catalogue) {

  /** Copies the list. */
  public DatasetDescription {
    filters = List.copyOf(filters);
  }
}
