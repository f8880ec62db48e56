package io.matinee.similarity.api;

import io.matinee.proto.model.v1.Embedding;
import io.matinee.proto.similarity.v1.FindSimilarMoviesRequest;
import io.matinee.proto.similarity.v1.MovieQuery;
import io.matinee.runtime.error.Excerpt;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.error.Unimplemented;
import io.matinee.runtime.error.UnknownMovie;
import io.matinee.runtime.paging.PageToken;
import io.matinee.similarity.search.SimilarityModel;
import io.matinee.similarity.vectors.DistinctVectors;
import io.matinee.similarity.vectors.Query;
import java.util.Optional;

/**
 * Reads what requests want movies to be similar to.
 *
 * @param model the version that answers
 */
record Queries(SimilarityModel model) {
  private static final String LIKED = "movies.liked_movie_ids";
  private static final String VECTOR = "vector.values";

  /**
   * Returns the query of a request.
   *
   * @throws MatineeException UNIMPLEMENTED for what is not searched by yet, MOVIE_NOT_FOUND,
   *     MOVIE_NOT_INDEXED, INVALID_REQUEST for a vector that is none of the space
   */
  Query read(FindSimilarMoviesRequest request) {
    return switch (request.getQueryCase()) {
      case MOVIES -> ofMovies(request.getMovies());
      case VECTOR -> ofVector(request.getVector());
      case TEXT ->
          throw Unimplemented.of("text", "is not searched by yet: give a movie or a vector");
      case QUERY_NOT_SET -> throw new IllegalStateException("validation lets no such request pass");
    };
  }

  /**
   * Returns the query for the rest of the list.
   *
   * @param token whose position is the number of movies listed and the index of the last of them
   * @throws MatineeException PAGE_TOKEN_INVALID when there is no such movie
   */
  Query goOn(Query query, Optional<PageToken> token) {
    return token.map(page -> behind(query, page)).orElse(query);
  }

  private Query behind(Query query, PageToken page) {
    DistinctVectors vectors = model.search().vectors();
    int last = page.index(2, vectors.movieCount());
    if (!model.search().contains(last)) {
      throw PageToken.invalid();
    }
    return query.behind(page.index(1), last, vectors);
  }

  private Query ofMovies(MovieQuery movies) {
    if (movies.getUnlikedMovieIdsCount() > 0) {
      throw Unimplemented.of("movies.unliked_movie_ids", "are not taken yet: leave them out");
    }
    if (movies.getLikedMovieIdsCount() > 1) {
      throw Unimplemented.of(LIKED, "are several: one movie is taken as yet");
    }
    return Query.ofMovie(movie(movies.getLikedMovieIds(0)), model.search().vectors());
  }

  private int movie(String id) {
    String field = LIKED + "[0]";
    int movie = model.catalogue().ids().indexOf(id);
    if (movie < 0) {
      throw UnknownMovie.of(id, field);
    }
    if (!model.search().contains(movie)) {
      throw MatineeException.of(
              Reason.MOVIE_NOT_INDEXED,
              "The movie %s has no embedding: nobody liked it in the training part."
                  .formatted(Excerpt.of(id)))
          .with("movie_id", id)
          .onField(field, "has no embedding in the loaded model version");
    }
    return movie;
  }

  private Query ofVector(Embedding message) {
    int dimension = model.search().vectors().dimension();
    if (message.getValuesCount() != dimension) {
      throw invalid(
          "are %d numbers: a vector of the space has %d"
              .formatted(message.getValuesCount(), dimension));
    }
    float[] vector = new float[dimension];
    for (int index = 0; index < dimension; index++) {
      vector[index] = message.getValues(index);
    }
    if (!Query.hasDirection(vector)) {
      throw invalid("are all 0, which is no direction");
    }
    return Query.ofVector(vector);
  }

  private static MatineeException invalid(String problem) {
    return MatineeException.of(Reason.INVALID_REQUEST, VECTOR + " " + problem)
        .onField(VECTOR, problem);
  }
}
