package io.matinee.trainer.dataset.importing;

import io.matinee.runtime.operation.Assignment;
import io.matinee.trainer.store.Json;
import java.time.InstantSource;

/** Tells how far one import is to its operation. Not thread-safe. */
final class ImportReport {
  private final Assignment assignment;
  private ImportProgress progress = ImportProgress.QUEUED;

  /** Tells to the operation that work was assigned to. */
  ImportReport(Assignment assignment) {
    this.assignment = assignment;
  }

  /** Tells that the files are looked for. */
  void locating() {
    tell(ImportProgress.LOCATING);
  }

  /** Returns what hears of the reading of so many bytes, which begins now. */
  ReadingNews reading(long totalBytes) {
    ReadingPace pace = new ReadingPace(totalBytes, InstantSource.system());
    return new ReadingNews() {
      @Override
      public void bytes(long read) {
        tell(pace.at(read));
      }

      @Override
      public void rows(long read) {
        tell(ImportProgress.writing(read));
      }
    };
  }

  /** Tells that the version is published. */
  void publishing() {
    tell(progress.in(ImportStage.PUBLISHING));
  }

  private void tell(ImportProgress news) {
    progress = news;
    assignment.report(Json.write(news));
  }
}
