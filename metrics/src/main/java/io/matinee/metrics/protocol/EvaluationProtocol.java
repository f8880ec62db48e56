package io.matinee.metrics.protocol;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.ratings.RatingScale;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.List;
import java.util.Locale;

/**
 * How an evaluation is made, over whatever part is held out. Immutable.
 *
 * @param cutoffs the lengths of the lists, each 1 to 1,000, at least one; ascending
 * @param activityBounds where users are cut into slices by their ratings in the training part, each
 *     at least 1; ascending, empty for no slices
 * @param popularityBounds where relevant movies are cut into slices by their ratings in the
 *     training part, each at least 1; ascending, empty for no slices
 * @param relevanceThreshold a held-out rating of at least this is relevant; rating units
 * @param includeSeen whether what a user rated in the training part may be recommended
 * @param resamples how often users are resampled for each interval
 * @param seed the seed of everything random
 */
public record EvaluationProtocol(
    List<Integer> cutoffs,
    List<Integer> activityBounds,
    List<Integer> popularityBounds,
    float relevanceThreshold,
    boolean includeSeen,
    int resamples,
    long seed) {
  /** The length of the lists when the caller names none. */
  public static final int DEFAULT_CUTOFF = 10;

  /** The resamples of each interval when the caller names none. */
  public static final int DEFAULT_RESAMPLES = 1_000;

  /** Sorts cut-offs and bounds. */
  public EvaluationProtocol {
    cutoffs = cutoffs.stream().sorted().toList();
    activityBounds = activityBounds.stream().sorted().toList();
    popularityBounds = popularityBounds.stream().sorted().toList();
  }

  /** Returns the protocol of a call that sets nothing, on a scale. */
  public static EvaluationProtocol standard(RatingScale scale) {
    return new EvaluationProtocol(
        List.of(DEFAULT_CUTOFF),
        List.of(),
        List.of(),
        scale.relevanceThreshold(),
        false,
        DEFAULT_RESAMPLES,
        0);
  }

  /** Returns whether users or relevant movies are cut into slices. */
  boolean isSliced() {
    return !activityBounds.isEmpty() || !popularityBounds.isEmpty();
  }

  /** Returns the slices of users, those with fewer ratings first; none when none were asked for. */
  public List<Slice.Users> userSlices() {
    return RatingCountRange.between(activityBounds).stream().map(Slice.Users::new).toList();
  }

  /**
   * Returns the slices of relevant movies, those with fewer ratings first; none unless asked for.
   */
  public List<Slice.Movies> movieSlices() {
    return RatingCountRange.between(popularityBounds).stream().map(Slice.Movies::new).toList();
  }

  /** Returns the length of the lists that are made: shorter ones are their beginnings. */
  public int longestList() {
    return cutoffs.getLast();
  }

  /**
   * Returns this protocol when its threshold lies on the scale.
   *
   * @throws MatineeException RATING_OUT_OF_SCALE when it does not: every or no rating would be
   *     relevant; EVENT_KIND_MISMATCH when there is one for watches
   */
  public EvaluationProtocol on(RatingScale scale) {
    if (relevanceThreshold >= scale.minimum() && relevanceThreshold <= scale.maximum()) {
      return this;
    }
    if (scale.kind() == EventKind.WATCH) {
      String problem = "is for ratings: the version's are watches, each of which is relevant";
      throw MatineeException.of(Reason.EVENT_KIND_MISMATCH, "relevance_threshold " + problem)
          .onField("relevance_threshold", problem);
    }
    String problem =
        String.format(
            Locale.ROOT,
            "%s is off the version's scale, %s to %s",
            relevanceThreshold,
            scale.minimum(),
            scale.maximum());
    throw MatineeException.of(Reason.RATING_OUT_OF_SCALE, "relevance_threshold " + problem)
        .onField("relevance_threshold", problem);
  }
}
