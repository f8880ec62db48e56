package io.matinee.serving.recommend;

import io.matinee.model.catalogue.MovieFilter;
import java.util.List;

/**
 * Whom to recommend to, and what.
 *
 * @param userId the user's id; may be empty when ratings are given
 * @param ratings ratings to fold in; they win over the user's trained ratings of the same movies
 * @param filter which movies may be in the list
 * @param includeSeen whether movies that the user has rated may be in it
 * @param popularWhenUnknown whether to answer with popular movies when nothing is known of the user
 */
public record RecommendQuery(
    String userId,
    List<GivenRating> ratings,
    MovieFilter filter,
    boolean includeSeen,
    boolean popularWhenUnknown) {

  /** Returns the plainest query: a trained user, every candidate. */
  public static RecommendQuery of(String userId) {
    return new RecommendQuery(userId, List.of(), MovieFilter.RATED, false, false);
  }
}
