package io.matinee.similarity.api;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.proto.model.v1.EmbeddingSpace;
import io.matinee.proto.model.v1.MovieView;
import io.matinee.proto.similarity.v1.SimilarMovie;
import io.matinee.proto.similarity.v1.SpaceScore;
import io.matinee.runtime.api.MovieMessage;
import io.matinee.similarity.vectors.Support;
import java.util.List;

/** Found movies as messages. */
final class SimilarMovieMessages {
  private SimilarMovieMessages() {}

  /**
   * Returns movies of a list.
   *
   * @param listed how many movies of the list came before
   * @param space the space that they were compared in
   * @param view what to say of the movies
   */
  static List<SimilarMovie> of(
      List<io.matinee.similarity.vectors.SimilarMovie> found,
      int listed,
      EmbeddingSpace space,
      Catalogue catalogue,
      MovieView view) {
    SimilarMovie[] messages = new SimilarMovie[found.size()];
    for (int at = 0; at < messages.length; at++) {
      var similar = found.get(at);
      long support = catalogue.ratingCount(similar.movie());
      messages[at] =
          SimilarMovie.newBuilder()
              .setMovie(MovieMessage.in(view, MovieMessage.of(catalogue, similar.movie())))
              .setScore(similar.score())
              .addScores(
                  SpaceScore.newBuilder()
                      .setSpace(space)
                      .setScore(similar.score())
                      .setCosine(cosine(space, similar.score(), support)))
              .setSupportCount(support)
              .setRank(listed + at + 1)
              .build();
    }
    return List.of(messages);
  }

  /** What movies have in common by content is not damped: it rests on no ratings. */
  private static float cosine(EmbeddingSpace space, float score, long support) {
    return space == Spaces.RANKING ? Math.clamp(score / Support.share(support), -1f, 1f) : score;
  }
}
