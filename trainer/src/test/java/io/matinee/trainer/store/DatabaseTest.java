package io.matinee.trainer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a?synchronous=OFF&foreign_keys=OFF",
        "?mode=ro",
        "?mode=memory",
        "a#b",
        "%41",
        ":memory:",
        "file:",
        "a b",
        "it's",
        "[a]*",
        "\u00fc\u4e2d",
        "\\",
        "line\nline",
        "&vfs=none;x=y"
      })
  void isTheFileOfItsHomeWithItsSettingsWhateverTheHomeIsCalled(String name) throws Exception {
    Path file = Files.createDirectory(home.resolve(name)).resolve("matinee.db");
    try (Database database = Database.open(file, () -> {})) {
      assertThat(file).isNotEmptyFile();
      assertThat(Files.list(home)).hasSize(1);
      for (String pragma : List.of("foreign_keys 1", "synchronous 2")) {
        String[] words = pragma.split(" ");
        String set =
            database.read(
                handle -> handle.createQuery("PRAGMA " + words[0]).mapTo(String.class).one());
        assertThat(set).isEqualTo(words[1]);
      }
    }
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
