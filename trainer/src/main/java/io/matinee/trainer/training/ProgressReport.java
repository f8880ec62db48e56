package io.matinee.trainer.training;

import io.matinee.trainer.operation.Operations;
import io.matinee.trainer.store.Json;
import io.matinee.trainer.worker.ProgressEvent;

/** Passes a worker's news on to its operation. Used by one thread. */
final class ProgressReport {
  private final Operations operations;
  private final String id;
  private TrainingProgress progress;

  ProgressReport(Operations operations, String id, TrainingProgress progress) {
    this.operations = operations;
    this.id = id;
    this.progress = progress;
  }

  void heard(ProgressEvent event) {
    report(progress.after(event));
  }

  void publishing() {
    report(progress.in(TrainingStage.PUBLISHING));
  }

  private void report(TrainingProgress news) {
    progress = news;
    operations.report(id, Json.write(news));
  }
}
