package io.matinee.trainer.dataset.importing;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.rejection.RejectLog;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * How many rows of an import may be bad.
 *
 * @param maximumShare the share above which the import fails, 0 to 1
 */
record BadRows(double maximumShare) {

  /**
   * Checks that there are not too many.
   *
   * @param rows the rows so far, good or bad
   * @param advice what to do if there are
   * @throws MatineeException TOO_MANY_BAD_ROWS
   */
  void check(long rows, RejectLog rejects, Supplier<ScaleAdvice> advice) {
    if (rejects.count() > maximumShare * rows) {
      throw tooMany(rows, rejects, advice.get());
    }
  }

  private MatineeException tooMany(long rows, RejectLog rejects, ScaleAdvice advice) {
    String first =
        rejects.first().stream()
            .map(row -> "%s line %d: %s".formatted(row.file(), row.line(), row.reason()))
            .collect(Collectors.joining("; "));
    String message =
        String.format(
            Locale.ROOT,
            "%,d of %,d rows could not be used, more than the allowed %s %%: %s. Nothing was"
                + " imported; %s.",
            rejects.count(),
            rows,
            percent(maximumShare),
            first,
            advice.inWords());
    MatineeException failure =
        MatineeException.of(Reason.TOO_MANY_BAD_ROWS, message)
            .with("rejected", Long.toString(rejects.count()))
            .with("rows", Long.toString(rows));
    return advice.scale().isEmpty() ? failure : failure.with("holding_scale", advice.scale());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.4f", 100 * share).replaceFirst("\\.?0+$", "");
  }
}
