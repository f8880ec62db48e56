package io.matinee.similarity.api;

import io.matinee.proto.model.v1.EmbeddingSpace;
import io.matinee.proto.similarity.v1.FindSimilarMoviesRequest;
import io.matinee.proto.similarity.v1.FindSimilarMoviesRequest.QueryCase;
import io.matinee.proto.similarity.v1.SearchMethod;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.error.Unimplemented;

/** The spaces that requests compare movies in. */
final class Spaces {
  static final EmbeddingSpace RANKING = EmbeddingSpace.EMBEDDING_SPACE_RANKING;
  static final EmbeddingSpace CONTENT = EmbeddingSpace.EMBEDDING_SPACE_CONTENT;

  private static final String FIELD = "spaces[0].space";

  private Spaces() {}

  /**
   * Returns the space of a request; where it names none, that of content for a text, else that of
   * the ranking scorer.
   *
   * @throws MatineeException UNIMPLEMENTED for a space that is not searched, or several;
   *     INVALID_REQUEST for one in which there is nothing of what the request asks with
   */
  static EmbeddingSpace of(FindSimilarMoviesRequest request) {
    boolean text = request.getQueryCase() == QueryCase.TEXT;
    EmbeddingSpace space = asked(request, text ? CONTENT : RANKING);
    if (text && space != CONTENT) {
      throw invalid(FIELD, "holds no text: compare text in the space of content");
    }
    if (space == CONTENT && request.getQueryCase() == QueryCase.VECTOR) {
      throw invalid("vector", "is none of the space of content: give a movie or text");
    }
    if (space == CONTENT && request.getMethod() == SearchMethod.SEARCH_METHOD_HNSW) {
      throw invalid("method", "has no graph in the space of content: leave it out");
    }
    return space;
  }

  private static EmbeddingSpace asked(FindSimilarMoviesRequest request, EmbeddingSpace byDefault) {
    if (request.getSpacesCount() > 1) {
      throw Unimplemented.of("spaces", "are several: movies are compared in one space as yet");
    }
    if (request.getSpacesCount() == 0) {
      return byDefault;
    }
    EmbeddingSpace space = request.getSpaces(0).getSpace();
    if (space != RANKING && space != CONTENT) {
      throw Unimplemented.of(
          FIELD, "is not searched yet: there are those of the ranking scorer and of content");
    }
    return space;
  }

  private static MatineeException invalid(String field, String problem) {
    return MatineeException.of(Reason.INVALID_REQUEST, field + " " + problem)
        .onField(field, problem);
  }
}
