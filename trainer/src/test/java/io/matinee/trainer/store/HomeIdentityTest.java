package io.matinee.trainer.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeIdentityTest {
  @TempDir Path folder;
  private TrainerHome home;

  @BeforeEach
  void prepare() throws IOException {
    home = TrainerHome.prepare(folder.resolve("home"));
    require("tables");
    Files.writeString(home.blobs().resolve("blob"), "content");
  }

  @Test
  void aHomeKeepsItsTables() {
    assertThatCode(() -> require("tables")).doesNotThrowAnyException();
  }

  @Test
  void newTablesDoNotGetBlobsThatTheyWouldTakeForOrphans() {
    assertRefused("new tables");
  }

  @Test
  void tablesOfAnotherHomeAreRefused() throws IOException {
    TrainerHome other = TrainerHome.prepare(folder.resolve("other"));
    require(other, "tables of the other");
    assertRefused("tables of the other");
    assertThatThrownBy(() -> require(other, "tables")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aNewHomeDoesNotGetTablesWhoseBlobsAreElsewhere() throws IOException {
    TrainerHome other = TrainerHome.prepare(folder.resolve("other"));
    assertThatThrownBy(() -> require(other, "tables"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("belong together");
  }

  @Test
  void aStartThatDiedBetweenTheTwoIsCompleted() throws IOException {
    TrainerHome other = TrainerHome.prepare(folder.resolve("other"));
    Files.writeString(other.identity(), "7d2d6b0e-0000-4000-8000-000000000000");
    require(other, "new tables");
    Files.writeString(other.blobs().resolve("blob"), "content");
    assertThatCode(() -> require(other, "new tables")).doesNotThrowAnyException();
  }

  private void assertRefused(String tables) {
    assertThatThrownBy(() -> require(tables))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(home.root().toString())
        .hasMessageContaining("belong together");
  }

  private void require(String tables) throws IOException {
    require(home, tables);
  }

  private void require(TrainerHome checked, String tables) throws IOException {
    try (Database database = Database.open(folder.resolve(tables), () -> {})) {
      new HomeIdentity(checked, database).require();
    }
  }
}
