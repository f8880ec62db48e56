package io.matinee.model.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  @TempDir Path folder;

  @Test
  void keepsASecondProcessOutAndSaysWhoIsInAndWhatToDo() throws Exception {
    Path file = folder.resolve("trainer.lock");
    FolderLock first = FolderLock.acquire(file);
    assertThatThrownBy(() -> FolderLock.acquire(file))
        .isInstanceOfSatisfying(
            FolderInUseException.class,
            inUse ->
                assertThat(inUse.advice("trainer", folder, "MATINEE_TRAINER_HOME"))
                    .isEqualTo(
                        "Another trainer (process %d) uses %s; stop it, or set"
                            + " MATINEE_TRAINER_HOME to another folder.",
                        ProcessHandle.current().pid(), folder));
    first.close();
    FolderLock second = FolderLock.acquire(file);
    assertThat(file).hasContent(Long.toString(ProcessHandle.current().pid()));
    second.close();
  }
}
