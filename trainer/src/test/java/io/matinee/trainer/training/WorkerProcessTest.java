package io.matinee.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerProcessTest {
  @TempDir Path folder;

  @Test
  void keepsTensorFlowsBannersOutOfTheLog() throws Exception {
    WorkerCommand shell =
        new WorkerCommand(List.of("sh", "-c", "echo \"$TF_CPP_MIN_LOG_LEVEL\" >&2; exit 1"));

    WorkerProcess worker = WorkerProcess.start(shell, folder.resolve("run.json"), folder);
    var error = worker.follow(event -> {});

    assertThat(error).isPresent();
    assertThat(folder.resolve("worker.log")).hasContent("2");
  }
}
