package io.matinee.trainer.training;

import io.matinee.model.durable.Folders;
import io.matinee.trainer.execution.RunExecutor;
import io.matinee.trainer.store.Staging;
import io.matinee.trainer.store.TrainerHome;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Puts a home in order before its trainer begins: ends what a trainer that died has left running,
 * and deletes what it has left in staging. Its operations end as they are opened.
 *
 * @param home the home; its lock must be held
 * @param executor what runs are executed by
 */
public record Recovery(TrainerHome home, RunExecutor executor) {
  /** Puts the home in order. */
  public void run() throws IOException {
    executor.endOrphans();
    for (Path folder : new Staging(home.staging()).folders()) {
      Folders.delete(folder);
    }
  }
}
