package io.matinee.trainer.dataset.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of the check of a version against the one before.
 *
 * @param comparedWith the name of the version before; null when there was none that is not
 *     suspicious, has the same filters and could be read, and nothing was compared
 * @param change how the version differs; null when nothing was compared
 * @param findings what gives reason to look; empty when nothing does
 */
public record DataCheck(
    @Nullable String comparedWith, @Nullable DataChange change, List<DataFinding> findings) {
  /** The check of a version that has nothing before it to compare it with. */
  public static final DataCheck NOTHING_COMPARED = new DataCheck(null, null, List.of());

  /** Copies the findings. */
  public DataCheck {
    findings = List.copyOf(findings);
  }
}
