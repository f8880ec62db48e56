package io.matinee.similarity.api;

import io.matinee.proto.similarity.v1.SearchMethod;
import java.util.Optional;

/** Search methods in the words of the contract. */
final class Methods {
  private Methods() {}

  /** Returns the method that a request insists on. */
  static Optional<io.matinee.similarity.search.SearchMethod> forced(SearchMethod message) {
    return switch (message) {
      case SEARCH_METHOD_EXACT -> Optional.of(io.matinee.similarity.search.SearchMethod.EXACT);
      case SEARCH_METHOD_HNSW -> Optional.of(io.matinee.similarity.search.SearchMethod.HNSW);
      case SEARCH_METHOD_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
    };
  }

  static SearchMethod message(io.matinee.similarity.search.SearchMethod method) {
    return switch (method) {
      case EXACT -> SearchMethod.SEARCH_METHOD_EXACT;
      case HNSW -> SearchMethod.SEARCH_METHOD_HNSW;
    };
  }
}
