package io.matinee.cli.progress;

/**
 * How far work is.
 *
 * @param done units done
 * @param total units in all; 0 when unknown
 * @param unit what is counted, e.g. "users"
 * @param note what is being done, with its figures
 */
public record ProgressState(long done, long total, String unit, String note) {
  private static final long MEGABYTE = 1_000_000;

  /** Returns how many of so many bytes are done, in megabytes. */
  static ProgressState ofBytes(long done, long total, String note) {
    return new ProgressState(done / MEGABYTE, Math.ceilDiv(total, MEGABYTE), "MB", note);
  }
}
