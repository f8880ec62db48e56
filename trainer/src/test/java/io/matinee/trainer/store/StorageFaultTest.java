package io.matinee.trainer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What callers hear when the disk is full. */
class StorageFaultTest {
  @TempDir Path folder;

  @Test
  @EnabledOnOs(OS.LINUX)
  void recognisesWhatTheSystemSaysOfAFullDisk() {
    IOException failure =
        catchThrowableOfType(
            IOException.class,
            () -> {
              try (FileOutputStream full = new FileOutputStream("/dev/full")) {
                full.write(1);
              }
            });
    assertThat(StorageFault.of(failure).reason()).isEqualTo(Reason.STORAGE_FULL);
    assertThat(StorageFault.of(new IOException("broken pipe")).reason()).isEqualTo(Reason.INTERNAL);
  }

  @Test
  void keepsNothingOfAChangeThatDoesNotFitIntoTheDatabase() throws Exception {
    try (Database database = Database.open(folder.resolve("matinee.db"), () -> {})) {
      database.write(handle -> handle.execute("PRAGMA max_page_count = 60"));
      assertThatThrownBy(() -> database.write(StorageFaultTest::fill))
          .isInstanceOfSatisfying(
              MatineeException.class,
              full -> assertThat(full.reason()).isEqualTo(Reason.STORAGE_FULL));
      assertThat(datasets(database)).isZero();
      database.write(handle -> insert(handle, "small", "fits"));
      assertThat(datasets(database)).isEqualTo(1);
    }
  }

  private static int fill(Handle handle) {
    for (int i = 0; i < 1000; i++) {
      insert(handle, "d" + i, "x".repeat(4000));
    }
    return 0;
  }

  private static int insert(Handle handle, String id, String name) {
    return handle.execute(
        "INSERT INTO dataset (dataset_id, display_name, create_time) VALUES (?, ?, 0)", id, name);
  }

  private static int datasets(Database database) {
    return database.read(
        handle -> handle.createQuery("SELECT count(*) FROM dataset").mapTo(Integer.class).one());
  }
}
