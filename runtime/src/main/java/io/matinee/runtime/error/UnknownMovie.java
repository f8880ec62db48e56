package io.matinee.runtime.error;

/** What is said of an id that names no movie of the model version that answers. */
public final class UnknownMovie {
  private UnknownMovie() {}

  /**
   * Returns the refusal: MOVIE_NOT_FOUND, naming the field.
   *
   * @param field the request's field that names the movie
   */
  public static MatineeException of(String id, String field) {
    String problem = "names no movie of this model version: %s".formatted(Excerpt.of(id));
    return MatineeException.of(Reason.MOVIE_NOT_FOUND, field + " " + problem)
        .with("movie_id", id)
        .onField(field, problem);
  }
}
