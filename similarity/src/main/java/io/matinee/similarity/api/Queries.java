package io.matinee.similarity.api;

import io.matinee.proto.model.v1.Embedding;
import io.matinee.proto.model.v1.EmbeddingSpace;
import io.matinee.proto.similarity.v1.FindSimilarMoviesRequest;
import io.matinee.proto.similarity.v1.MovieQuery;
import io.matinee.runtime.error.Excerpt;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.error.Unimplemented;
import io.matinee.runtime.error.UnknownMovie;
import io.matinee.runtime.paging.PageToken;
import io.matinee.similarity.content.ContentQuery;
import io.matinee.similarity.search.ListByContent;
import io.matinee.similarity.search.ListByVectors;
import io.matinee.similarity.search.SimilarList;
import io.matinee.similarity.search.SimilarityModel;
import io.matinee.similarity.vectors.Query;
import java.util.Optional;

/**
 * Reads what requests want movies to be similar to.
 *
 * @param model the version that answers
 * @param space the space to compare in
 */
record Queries(SimilarityModel model, EmbeddingSpace space) {
  private static final String LIKED = "movies.liked_movie_ids";
  private static final String VECTOR = "vector.values";

  /**
   * Returns the list that a request wants a part of.
   *
   * @throws MatineeException UNIMPLEMENTED for what is not searched by yet, MOVIE_NOT_FOUND,
   *     MOVIE_NOT_INDEXED, INVALID_REQUEST for a vector that is none of the space
   */
  SimilarList read(FindSimilarMoviesRequest request) {
    return switch (request.getQueryCase()) {
      case MOVIES -> ofMovies(request.getMovies());
      case VECTOR -> new ListByVectors(model.search(), ofVector(request.getVector()));
      case TEXT -> byContent(model.content().ofText(request.getText()));
      case QUERY_NOT_SET -> throw new IllegalStateException("validation lets no such request pass");
    };
  }

  /**
   * Returns the rest of a list.
   *
   * @param token whose position is the number of movies listed and the index of the last of them
   * @throws MatineeException PAGE_TOKEN_INVALID when there is no such movie
   */
  SimilarList goOn(SimilarList list, Optional<PageToken> token) {
    return token.map(page -> behind(list, page)).orElse(list);
  }

  private SimilarList behind(SimilarList list, PageToken page) {
    int last = page.index(2, model.catalogue().size());
    if (!list.canHold(last)) {
      throw PageToken.invalid();
    }
    return list.behind(page.index(1), last);
  }

  private SimilarList ofMovies(MovieQuery movies) {
    if (movies.getUnlikedMovieIdsCount() > 0) {
      throw Unimplemented.of("movies.unliked_movie_ids", "are not taken yet: leave them out");
    }
    if (movies.getLikedMovieIdsCount() > 1) {
      throw Unimplemented.of(LIKED, "are several: one movie is taken as yet");
    }
    return ofMovie(movies.getLikedMovieIds(0));
  }

  private SimilarList ofMovie(String id) {
    String field = LIKED + "[0]";
    int movie = model.catalogue().ids().indexOf(id);
    if (movie < 0) {
      throw UnknownMovie.of(id, field);
    }
    if (space == Spaces.CONTENT) {
      if (!model.content().contains(movie)) {
        throw notIndexed(id, field, "has no genre, tag or overview to be compared by");
      }
      return byContent(model.content().ofMovie(movie));
    }
    if (!model.search().contains(movie)) {
      throw notIndexed(id, field, "has no embedding: nobody liked it in the training part");
    }
    return new ListByVectors(model.search(), Query.ofMovie(movie, model.search().vectors()));
  }

  private SimilarList byContent(ContentQuery query) {
    return new ListByContent(model.content(), query);
  }

  private static MatineeException notIndexed(String id, String field, String problem) {
    return MatineeException.of(
            Reason.MOVIE_NOT_INDEXED, "The movie %s %s.".formatted(Excerpt.of(id), problem))
        .with("movie_id", id)
        .onField(field, problem);
  }

  private Query ofVector(Embedding message) {
    int dimension = model.search().vectors().spaceDimension();
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
    return Query.ofVector(vector, model.search().vectors());
  }

  private static MatineeException invalid(String problem) {
    return MatineeException.of(Reason.INVALID_REQUEST, VECTOR + " " + problem)
        .onField(VECTOR, problem);
  }
}
