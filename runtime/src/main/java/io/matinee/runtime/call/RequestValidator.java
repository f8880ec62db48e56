package io.matinee.runtime.call;

import com.google.protobuf.Message;
import io.matinee.runtime.error.FieldProblem;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.validation.RequestRules;
import io.matinee.runtime.validation.Violation;
import java.util.List;

/** Refuses requests that break the rules in their contract. Thread safe. */
final class RequestValidator {
  private final RequestRules rules = new RequestRules();

  /** Compiles the rules of a type of request, so that its first check is as fast as the others. */
  void warm(Message request) {
    rules.compile(request.getDescriptorForType());
  }

  /**
   * Checks a request.
   *
   * @throws MatineeException INVALID_REQUEST with the wrong fields
   */
  void check(Message request) {
    List<Violation> violations = rules.violations(request);
    if (!violations.isEmpty()) {
      throw failure(violations);
    }
  }

  private static MatineeException failure(List<Violation> violations) {
    Violation first = violations.getFirst();
    List<FieldProblem> problems =
        violations.stream()
            .map(violation -> new FieldProblem(violation.field(), violation.problem()))
            .toList();
    return MatineeException.of(Reason.INVALID_REQUEST, first.field() + ": " + first.problem())
        .onFields(problems);
  }
}
