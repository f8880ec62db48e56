package io.matinee.trainer.dataset.importing;

import org.jspecify.annotations.Nullable;

/**
 * News of an import; kept as JSON.
 *
 * @param stage what is being done
 * @param rows the rows of ratings that were read; 0 until all are
 * @param bytes the bytes of the ratings that have been read
 * @param totalBytes the bytes of the ratings; 0 until they are known
 * @param remainingSeconds how long the reading will go on, as estimated, or null
 */
public record ImportProgress(
    ImportStage stage, long rows, long bytes, long totalBytes, @Nullable Double remainingSeconds) {
  /** An import that waits. */
  static final ImportProgress QUEUED = begun(ImportStage.QUEUED);

  /** An import that finds and unpacks its files. */
  static final ImportProgress LOCATING = begun(ImportStage.READING);

  /** Returns an import that has read so much of its ratings. */
  static ImportProgress reading(long bytes, long totalBytes, double remainingSeconds) {
    return new ImportProgress(ImportStage.READING, 0, bytes, totalBytes, remainingSeconds);
  }

  /** Returns an import that has read all of its ratings. */
  static ImportProgress writing(long rows) {
    return new ImportProgress(ImportStage.WRITING, rows, 0, 0, null);
  }

  /** Returns the same import in another stage. */
  ImportProgress in(ImportStage next) {
    return new ImportProgress(next, rows, bytes, totalBytes, remainingSeconds);
  }

  private static ImportProgress begun(ImportStage stage) {
    return new ImportProgress(stage, 0, 0, 0, null);
  }
}
