package io.matinee.serving.api;

import io.matinee.proto.model.v1.Embedding;
import io.matinee.proto.model.v1.EmbeddingSpace;
import io.matinee.proto.serving.v1.EntityEmbedding;
import io.matinee.proto.serving.v1.EntityKind;
import io.matinee.runtime.error.Unimplemented;
import io.matinee.serving.embedding.EntityVector;
import io.matinee.serving.embedding.Space;
import java.util.Optional;

/**
 * The movies or the users of a loaded version, with their vectors in one space.
 *
 * @param model the version
 * @param kind movies or users
 * @param space whose vectors
 */
record Entities(ServingModel model, EntityKind kind, Space space) {
  /**
   * Returns the movies or the users of a loaded version, in the space that a request asks for.
   *
   * @throws io.matinee.runtime.error.MatineeException UNIMPLEMENTED for the content space
   */
  static Entities of(ServingModel model, EntityKind kind, EmbeddingSpace space) {
    return new Entities(model, kind, space(space));
  }

  /** Returns the embedding of an id, if the version knows it. */
  Optional<EntityEmbedding> find(String id) {
    int index = isUser() ? model.lookup().findUser(id) : model.lookup().findMovie(id);
    return index < 0 ? Optional.empty() : Optional.of(embedding(id, index));
  }

  /**
   * Returns the embedding of an id.
   *
   * @param field the request's field that names it
   * @throws io.matinee.runtime.error.MatineeException USER_NOT_FOUND or MOVIE_NOT_FOUND
   */
  EntityEmbedding get(String id, String field) {
    return embedding(
        id, isUser() ? model.lookup().user(id, field) : model.lookup().movie(id, field));
  }

  private boolean isUser() {
    return kind == EntityKind.ENTITY_KIND_USER;
  }

  private EntityEmbedding embedding(String id, int index) {
    EntityVector vector =
        isUser()
            ? model.embeddings().ofUser(index, space)
            : model.embeddings().ofMovie(index, space);
    Embedding.Builder values = Embedding.newBuilder();
    for (int dimension = 0; dimension < vector.dimension(); dimension++) {
      values.addValues(vector.value(dimension));
    }
    return EntityEmbedding.newBuilder()
        .setId(id)
        .setEmbedding(values)
        .setBias(vector.bias())
        .build();
  }

  private static Space space(EmbeddingSpace space) {
    return switch (space) {
      case EMBEDDING_SPACE_UNSPECIFIED, UNRECOGNIZED -> Space.DEFAULT;
      case EMBEDDING_SPACE_RANKING -> Space.RANKING;
      case EMBEDDING_SPACE_RATING -> Space.RATING;
      case EMBEDDING_SPACE_CONTENT ->
          throw Unimplemented.of("space", "is the content space, whose vectors are not given yet");
    };
  }
}
