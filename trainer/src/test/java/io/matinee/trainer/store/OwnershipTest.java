package io.matinee.trainer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.model.durable.FolderInUseException;
import io.matinee.model.durable.FolderLock;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.version.Datasets;
import io.matinee.trainer.name.DatasetName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home whose lock file somebody deletes, so that a second trainer gets in. */
class OwnershipTest {
  @TempDir Path folder;
  private final AtomicInteger endings = new AtomicInteger();
  private TrainerHome home;
  private FolderLock lock;
  private Database first;

  TestDatabase database() {
    return TestDatabase.SQLITE;
  }

  @BeforeEach
  void start() throws Exception {
    home = TrainerHome.prepare(folder);
    lock = FolderLock.acquire(home.lock());
    first = database().open(folder, endings::incrementAndGet);
  }

  @AfterEach
  void stop() throws Exception {
    first.close();
    lock.close();
  }

  @Test
  void letsTheLatterWriteAndEndsTheFormerAtItsNextChange() throws Exception {
    assertThatThrownBy(() -> FolderLock.acquire(home.lock()))
        .isInstanceOf(FolderInUseException.class);
    create(first, "before");
    Files.delete(home.lock());

    try (FolderLock second = FolderLock.acquire(home.lock());
        Database taken = database().open(folder, () -> {})) {
      assertThat(endings).hasValue(0);
      assertRefused("after");
      assertRefused("again");
      assertThat(endings).as("ended once").hasValue(1);

      create(taken, "second");
      assertThat(names(taken)).containsExactly("before", "second");
      assertThat(names(first)).as("reads go on").isEqualTo(names(taken));
    }
  }

  @Test
  void findsThatItWasTakenOverWithoutAChange() {
    first.checkOwnership();
    assertThat(endings).hasValue(0);
    try (Database taken = database().open(folder, () -> {})) {
      taken.checkOwnership();
      first.checkOwnership();
      first.checkOwnership();
      assertThat(endings).as("ended once").hasValue(1);
    }
  }

  private void assertRefused(String name) {
    assertThatThrownBy(() -> create(first, name))
        .isInstanceOfSatisfying(
            MatineeException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.SHUTTING_DOWN));
  }

  private static void create(Database database, String name) {
    new Datasets(database, Clock.systemUTC()).create(new DatasetName(name), name);
  }

  private static List<String> names(Database database) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT dataset_id FROM dataset ORDER BY dataset_id")
                .mapTo(String.class)
                .list());
  }
}
