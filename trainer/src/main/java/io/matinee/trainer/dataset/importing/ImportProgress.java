package io.matinee.trainer.dataset.importing;

/**
 * News of an import; kept as JSON.
 *
 * @param stage what is being done
 * @param rows the rows of ratings that were read; 0 until all are
 */
public record ImportProgress(ImportStage stage, long rows) {
  /** An import that waits. */
  static final ImportProgress QUEUED = new ImportProgress(ImportStage.QUEUED, 0);

  /** The same import in another stage. */
  ImportProgress in(ImportStage next) {
    return new ImportProgress(next, rows);
  }
}
