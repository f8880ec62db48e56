package io.matinee.trainer.dataset.source;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.source.RatingsForm;
import io.matinee.model.source.SourceFileName;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The scale that comes with a form.
 *
 * <p>That of {@code ratings.dat}: half stars when {@code tags.dat} lies beside it, as in MovieLens
 * 10M, or its folder's name contains "10m"; else whole stars, as in MovieLens 1M. The ratings
 * themselves never decide.
 */
final class FormScale {
  /** The stars that MovieTweetings takes from imdb.com; 0 was tweeted too. */
  private static final RatingScale TEN_STARS = new RatingScale(0, 10, 1);

  private FormScale() {}

  /** Returns the scale of ratings of a form that lie in a folder. */
  static RatingScale of(RatingsForm form, Path folder) {
    return switch (form) {
      case DELIMITED, JSON_LINES, PARQUET -> RatingScale.MOVIELENS_HALF_STARS;
      case MOVIETWEETINGS -> TEN_STARS;
      case MOVIELENS_DATA, NETFLIX -> RatingScale.MOVIELENS_STARS;
      case MOVIELENS_DAT ->
          Files.exists(folder.resolve("tags.dat")) || SourceFileName.lower(folder).contains("10m")
              ? RatingScale.MOVIELENS_HALF_STARS
              : RatingScale.MOVIELENS_STARS;
    };
  }
}
