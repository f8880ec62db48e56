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
    Path file = home.resolve("matinee.db");
    try (Database database = Database.open(file, () -> {})) {
      database.write(
          handle ->
              handle.execute(
                  """
                  INSERT INTO flyway_schema_history
                  SELECT 99, '99', 'later', type, 'V99__later.sql', 0, installed_by, installed_on, 0, 1
                  FROM flyway_schema_history LIMIT 1
                  """));
    }

    assertThatThrownBy(() -> Database.open(file, () -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a newer release of Matinee (its tables have version 99)");
  }
}
