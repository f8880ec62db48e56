package io.matinee.trainer.training;

import io.matinee.trainer.execution.RunListener;
import io.matinee.trainer.operation.Operations;
import io.matinee.trainer.store.Json;
import io.matinee.trainer.worker.ProgressEvent;

/** Passes a run's news on to its operation, one call at a time. */
final class ProgressReport implements RunListener {
  private final Operations operations;
  private final String id;
  private TrainingProgress progress;

  ProgressReport(Operations operations, String id, TrainingProgress progress) {
    this.operations = operations;
    this.id = id;
    this.progress = progress;
  }

  @Override
  public void stageStarted(ProgressEvent.StageStarted stage) {
    report(progress.after(stage));
  }

  @Override
  public void epochEnded(ProgressEvent.EpochEnded epoch) {
    report(progress.after(epoch));
  }

  void publishing() {
    report(progress.in(TrainingStage.PUBLISHING));
  }

  private void report(TrainingProgress news) {
    progress = news;
    operations.report(id, Json.write(news));
  }
}
