package io.matinee.trainer.training;

import io.matinee.runtime.operation.Assignment;
import io.matinee.trainer.execution.RunListener;
import io.matinee.trainer.store.Json;
import io.matinee.trainer.worker.ProgressEvent;

/** Passes a run's news on to its operation, one call at a time. */
final class ProgressReport implements RunListener {
  private final Assignment assignment;
  private TrainingProgress progress;

  ProgressReport(Assignment assignment, TrainingProgress progress) {
    this.assignment = assignment;
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
    assignment.report(Json.write(news));
  }
}
