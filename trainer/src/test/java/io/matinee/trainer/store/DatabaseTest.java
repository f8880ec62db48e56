package io.matinee.trainer.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  @TempDir Path home;

  @Test
  void aFileThatIsNoDatabaseIsNamedWithWhatIsWrongAndTheFix() throws Exception {
    Path file = home.resolve("matinee.db");
    byte[] garbage = new byte[20_000];
    new Random(1).nextBytes(garbage);
    Files.write(file, garbage);

    assertThatThrownBy(() -> Database.open(file, () -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot use the trainer's database " + file)
        .hasMessageContaining("is not a database")
        .hasMessageContaining("MATINEE_TRAINER_HOME");
  }

  @Test
  void aHomeOfANewerReleaseIsRefused() {
    Path file = migratedTo(99);

    assertThatThrownBy(() -> Database.open(file, () -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a newer release of Matinee (its tables have version 99)");
  }

  @Test
  void aHomeOfABuildBeforeTheFirstReleaseIsRefused() {
    Path file = migratedTo(3);

    assertThatThrownBy(() -> Database.open(file, () -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("before 0.1.0")
        .hasMessageContaining("import again");
  }

  /** A home that some other build has migrated, too. */
  private Path migratedTo(int version) {
    Path file = home.resolve("matinee.db");
    try (Database database = Database.open(file, () -> {})) {
      database.write(
          handle ->
              handle.execute(
                  """
                  INSERT INTO flyway_schema_history
                  SELECT ?, ?, 'other', type, 'other.sql', 0, installed_by, installed_on, 0, 1
                  FROM flyway_schema_history LIMIT 1
                  """,
                  100 + version,
                  Integer.toString(version)));
    }
    return file;
  }
}
