package io.matinee.trainer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {
  @TempDir Path folder;

  @Test
  void keepsASecondTrainerOutAndSaysWhoIsInAndWhatToDo() throws Exception {
    TrainerHome home = TrainerHome.prepare(folder);
    HomeLock first = HomeLock.acquire(home);
    assertThatThrownBy(() -> HomeLock.acquire(home))
        .isInstanceOf(HomeInUseException.class)
        .hasMessage(
            "Another trainer (process %d) uses %s; stop it, or set MATINEE_TRAINER_HOME to another"
                + " folder.",
            ProcessHandle.current().pid(), folder);
    first.close();
    HomeLock second = HomeLock.acquire(home);
    assertThat(home.lock()).hasContent(Long.toString(ProcessHandle.current().pid()));
    second.close();
  }
}
