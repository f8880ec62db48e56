package io.matinee.metrics.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.metrics.evaluation.Evaluation;
import io.matinee.metrics.evaluation.Evaluations;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class EvaluationStoreTest {
  @TempDir Path folder;

  @Test
  void whatWasPutIsThereAfterReopening() {
    Evaluation stored = stored("a", 1);
    EvaluationStore.open(folder).put(stored);

    assertThat(EvaluationStore.open(folder).find("a")).contains(stored);
  }

  @Test
  void listsNewestFirst() {
    EvaluationStore store = EvaluationStore.open(folder);
    store.put(stored("old", 1));
    store.put(stored("new", 3));
    store.put(stored("middle", 2));

    assertThat(store.list("").stream().map(Evaluation::id)).containsExactly("new", "middle", "old");
  }

  @Test
  void listsOfOneVersionLeaveOutOthers() {
    EvaluationStore store = EvaluationStore.open(folder);
    store.put(stored("a", 1));

    assertThat(store.list(Evaluations.VERSION)).hasSize(1);
    assertThat(store.list("models/movies/versions/2")).isEmpty();
  }

  @Test
  void theOldestAreForgottenBeyondThoseThatAreKept() {
    EvaluationStore store = EvaluationStore.open(folder, 3);
    for (int second = 1; second <= 5; second++) {
      store.put(stored("e" + second, second));
    }

    assertThat(store.list("").stream().map(Evaluation::id)).containsExactly("e5", "e4", "e3");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("e5.json", "e4.json", "e3.json");
    assertThat(EvaluationStore.open(folder, 2).list("").stream().map(Evaluation::id))
        .containsExactly("e5", "e4");
  }

  @Test
  void aFileThatIsTooLargeIsLeftOut() throws IOException {
    EvaluationStore.open(folder).put(stored("small", 1));
    Files.writeString(folder.resolve("large.json"), " ".repeat(2 << 20));

    assertThat(EvaluationStore.open(folder).list("")).hasSize(1);
  }

  @Test
  void aTornFileIsLeftOutAndKept() throws IOException {
    EvaluationStore.open(folder).put(stored("whole", 1));
    Path torn = folder.resolve("torn.json");
    Files.writeString(torn, "{\"figures\": [");
    Files.writeString(folder.resolve("begun.json.partial"), "{");

    assertThat(EvaluationStore.open(folder).list("").stream().map(Evaluation::id))
        .containsExactly("whole");
    assertThat(torn).exists();
  }

  @Test
  void aFolderThatCannotBeUsedIsNamedWithTheReasonAndTheFix() throws IOException {
    Path file = Files.createFile(folder.resolve("home"));

    assertThatThrownBy(() -> EvaluationStore.open(file))
        .hasMessageContaining("cannot use " + file + " (java.nio.file.FileAlreadyExistsException")
        .hasMessageContaining("MATINEE_METRICS_HOME");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsSaidWithTheFix() throws IOException {
    Files.createSymbolicLink(folder.resolve("a.json.partial"), Path.of("/dev/full"));

    assertThatThrownBy(() -> EvaluationStore.open(folder).put(stored("a", 1)))
        .isInstanceOfSatisfying(
            MatineeException.class,
            full -> assertThat(full.reason()).isEqualTo(Reason.STORAGE_FULL))
        .hasMessageContaining("matinee.metrics.home");
  }

  private static Evaluation stored(String id, long second) {
    return Evaluations.evaluation(id, second);
  }
}
