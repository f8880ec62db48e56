package io.matinee.similarity.api;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.proto.model.v1.EmbeddingSpace;
import io.matinee.proto.model.v1.MovieView;
import io.matinee.proto.similarity.v1.SimilarMovie;
import io.matinee.proto.similarity.v1.SpaceScore;
import io.matinee.runtime.api.MovieMessage;
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
      messages[at] =
          SimilarMovie.newBuilder()
              .setMovie(MovieMessage.in(view, MovieMessage.of(catalogue, similar.movie())))
              .setScore(similar.cosine())
              .addScores(SpaceScore.newBuilder().setSpace(space).setScore(similar.cosine()))
              .setRank(listed + at + 1)
              .build();
    }
    return List.of(messages);
  }
}
