package io.matinee.metrics.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.OperationState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OperationFilesTest {
  @TempDir Path folder;

  @Test
  void whatWasSavedIsThereAfterReopeningUntilItIsDeleted() {
    Operation saved = operation("a");
    OperationFiles.open(folder).save(saved);
    OperationFiles.open(folder).save(operation("b"));
    assertThat(OperationFiles.open(folder).loadAll())
        .containsExactlyInAnyOrder(saved, operation("b"));
    assertThat(OperationFiles.open(folder).find("a")).contains(saved);

    OperationFiles.open(folder).delete("a");
    OperationFiles.open(folder).delete("b");
    assertThat(OperationFiles.open(folder).find("a")).isEmpty();
    assertThat(OperationFiles.open(folder).loadAll()).isEmpty();
  }

  @Test
  void aFileThatIsTooLargeIsLeftOut() throws IOException {
    OperationFiles.open(folder).save(operation("small"));
    Files.writeString(folder.resolve("large.json"), " ".repeat(2 << 20));

    assertThat(OperationFiles.open(folder).loadAll()).hasSize(1);
  }

  @Test
  void aTornFileIsLeftOutAndKept() throws IOException {
    OperationFiles.open(folder).save(operation("whole"));
    Path torn = folder.resolve("torn.json");
    Files.writeString(torn, "{\"id\": [");
    Files.writeString(folder.resolve("begun.json.partial"), "{");

    assertThat(OperationFiles.open(folder).loadAll())
        .extracting(Operation::id)
        .containsExactly("whole");
    assertThat(torn).exists();
  }

  @Test
  void aFolderThatCannotBeUsedIsNamedWithTheReasonAndTheFix() throws IOException {
    Path file = Files.createFile(folder.resolve("home"));

    assertThatThrownBy(() -> OperationFiles.open(file))
        .hasMessageContaining("cannot use " + file + " (java.nio.file.FileAlreadyExistsException")
        .hasMessageContaining("MATINEE_METRICS_HOME");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsSaidWithTheFix() throws IOException {
    Files.createSymbolicLink(folder.resolve("a.json.partial"), Path.of("/dev/full"));

    assertThatThrownBy(() -> OperationFiles.open(folder).save(operation("a")))
        .isInstanceOfSatisfying(
            MatineeException.class,
            full -> assertThat(full.reason()).isEqualTo(Reason.STORAGE_FULL))
        .hasMessageContaining("matinee.metrics.home");
  }

  private static Operation operation(String id) {
    return new Operation(
        id,
        "evaluate",
        "models/movies/versions/1",
        Optional.empty(),
        OperationState.SUCCEEDED,
        "",
        "{}",
        Optional.empty(),
        Instant.ofEpochSecond(1),
        Instant.ofEpochSecond(2));
  }
}
