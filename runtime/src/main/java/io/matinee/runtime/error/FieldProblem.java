package io.matinee.runtime.error;

/**
 * What is wrong with one field of a request, within the bounds of errors (see {@link
 * MatineeException}).
 *
 * @param field the path of the field as the contract spells it, e.g. {@code ratings[2].rating}
 * @param problem what is wrong, and what would be right
 */
public record FieldProblem(String field, String problem) {
  /** Cuts its texts to what an error may say. */
  public FieldProblem {
    field = ErrorText.value(field);
    problem = ErrorText.problem(problem);
  }
}
