package io.matinee.runtime.operation;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Puts what work throws into the words of the error catalogue. What has no reason there is a bug:
 * it is logged with its stack, counted, and not shown to callers.
 *
 * @param explained what a service knows of failures that are not of the catalogue
 * @param bugs is run for every bug
 */
public record FailureReading(
    Function<Throwable, Optional<MatineeException>> explained, Runnable bugs) {
  private static final Logger LOG = Logger.getLogger(FailureReading.class);

  /** Returns why an operation failed whose work threw something. */
  OperationFailure read(Throwable thrown, String name) {
    MatineeException failure = known(thrown);
    if (failure.reason() == Reason.INTERNAL) {
      bugs.run();
      LOG.errorf(thrown, "bug in %s", name);
      return OperationFailure.of(
          Reason.INTERNAL, "internal error; the service's log tells more of " + name);
    }
    if (thrown instanceof Error) {
      LOG.errorf(thrown, "%s failed", name);
    }
    return OperationFailure.of(failure);
  }

  private MatineeException known(Throwable thrown) {
    return switch (thrown) {
      case MatineeException failure -> failure;
      case OutOfMemoryError memory ->
          MatineeException.of(
              Reason.OUT_OF_MEMORY,
              "The operation needs more memory than there is; give the service more (-Xmx).",
              memory);
      default ->
          explained
              .apply(thrown)
              .orElseGet(() -> MatineeException.of(Reason.INTERNAL, "a bug", thrown));
    };
  }
}
