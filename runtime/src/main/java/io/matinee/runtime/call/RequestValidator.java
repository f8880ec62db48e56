package io.matinee.runtime.call;

import build.buf.protovalidate.ValidationResult;
import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.Violation;
import build.buf.protovalidate.exceptions.ValidationException;
import build.buf.validate.FieldPath;
import build.buf.validate.FieldPathElement;
import com.google.protobuf.Message;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.List;

/** Checks requests against the rules in their contract (protovalidate). Thread safe. */
final class RequestValidator {
  private static final int MOST_PROBLEMS = 16;

  private final Validator validator = ValidatorFactory.newBuilder().build();

  /** Compiles the rules of a type of request, so that its first check is as fast as the others. */
  void warm(Message request) {
    result(request);
  }

  /**
   * Checks a request.
   *
   * @throws MatineeException INVALID_REQUEST with the wrong fields
   */
  void check(Message request) {
    ValidationResult result = result(request);
    if (!result.isSuccess()) {
      throw failure(result.getViolations());
    }
  }

  private ValidationResult result(Message request) {
    try {
      return validator.validate(request);
    } catch (ValidationException broken) {
      throw new IllegalStateException(
          "the rules of " + request.getDescriptorForType().getFullName() + " are broken", broken);
    }
  }

  private static MatineeException failure(List<Violation> violations) {
    build.buf.validate.Violation first = violations.getFirst().toProto();
    MatineeException failure =
        MatineeException.of(Reason.INVALID_REQUEST, path(first.getField()) + ": " + text(first));
    for (Violation violation : violations.subList(0, Math.min(violations.size(), MOST_PROBLEMS))) {
      build.buf.validate.Violation told = violation.toProto();
      failure = failure.onField(path(told.getField()), text(told));
    }
    return failure;
  }

  private static String text(build.buf.validate.Violation violation) {
    return violation.getMessage().isEmpty() ? violation.getRuleId() : violation.getMessage();
  }

  private static String path(FieldPath path) {
    StringBuilder text = new StringBuilder();
    for (FieldPathElement element : path.getElementsList()) {
      text.append(text.isEmpty() ? "" : ".").append(element.getFieldName());
      switch (element.getSubscriptCase()) {
        case INDEX -> text.append('[').append(element.getIndex()).append(']');
        case STRING_KEY -> text.append("[\"").append(element.getStringKey()).append("\"]");
        case INT_KEY -> text.append('[').append(element.getIntKey()).append(']');
        case UINT_KEY -> text.append('[').append(element.getUintKey()).append(']');
        case BOOL_KEY -> text.append('[').append(element.getBoolKey()).append(']');
        case SUBSCRIPT_NOT_SET -> {}
      }
    }
    return text.toString();
  }
}
