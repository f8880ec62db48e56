package io.matinee.trainer.dataset.filter;

import io.matinee.trainer.dataset.catalogue.GenreNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which ratings make a version, as its recipe keeps it. The filters are taken in the order of the
 * components, each of what those before have left.
 *
 * @param fromSecond the first second, since 1970, in which ratings are taken; null for no bound
 * @param beforeSecond the first second in which they are no longer; null for no bound
 * @param minimumYear the earliest year of release; 0 for no bound. A movie without a year fails any
 * @param maximumYear the latest year of release; 0 for no bound
 * @param genres movies must have one of these; empty for all
 * @param sample a share of them, chosen by a hash; null for all
 * @param minimum how many ratings movies and users must have; null for any number
 */
public record RatingFilters(
    @Nullable Long fromSecond,
    @Nullable Long beforeSecond,
    int minimumYear,
    int maximumYear,
    List<String> genres,
    @Nullable RatingSample sample,
    @Nullable MinimumRatings minimum) {
  /** Filters that take every rating. */
  public static final RatingFilters NONE =
      new RatingFilters(null, null, 0, 0, List.of(), null, null);

  /** Names each genre once as catalogues do, in order: filters that take the same are equal. */
  public RatingFilters {
    genres = genres.stream().map(GenreNames::named).distinct().sorted().toList();
  }

  /** Returns whether every rating is taken. */
  public boolean isNone() {
    return equals(NONE);
  }

  /** Returns whether times of ratings are gone by. */
  boolean needsTimes() {
    return fromSecond != null || beforeSecond != null;
  }
}
