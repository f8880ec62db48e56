package io.matinee.trainer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What PostgreSQL alone does: a server that may be away, a pool, faults told by SQLSTATE. */
@Tag("external")
class DatabaseOnPostgresqlTest {
  @TempDir Path home;

  @Test
  void aDatabaseThatIsNotThereIsNamedWithoutSecretsAndWithTheSettings() {
    String url = PostgresqlForTests.newDatabase() + "x";
    DatabaseServer server =
        new DatabaseServer(url + "?options=secret", PostgresqlForTests.USER, "secret", 4);
    assertThatThrownBy(() -> Database.open(server, () -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot use the trainer's database " + url + ":")
        .hasMessageContaining("MATINEE_TRAINER_DATABASE_URL")
        .hasMessageNotContaining("secret");
  }

  @Test
  void tellsRefusedValuesFromFaultsOfTheStorage() {
    try (Database database = open()) {
      assertThatThrownBy(() -> database.write(handle -> insert(handle, "a\u0000b")))
          .isInstanceOfSatisfying(
              MatineeException.class,
              refused -> {
                assertThat(refused.reason()).isEqualTo(Reason.INTERNAL);
                assertThat(StorageFault.isOfStorage(refused)).isFalse();
              });
      assertThatThrownBy(() -> database.read(handle -> handle.execute("SELECT 1 FROM nothing")))
          .isInstanceOfSatisfying(
              MatineeException.class,
              broken -> assertThat(StorageFault.isOfStorage(broken)).isTrue());
      database.write(handle -> insert(handle, "after"));
    }
  }

  @Test
  void goesOnAfterItsConnectionsWereCut() {
    try (Database database = open()) {
      database.write(handle -> insert(handle, "before"));
      cutAll(database);
      assertThat(IntStream.range(0, 5).filter(i -> tryInsert(database, "after" + i)).count())
          .as("a write or two may meet a dead connection")
          .isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void servesMoreReadersThanItHasConnections() {
    try (Database database = open()) {
      List<CompletableFuture<Integer>> reads =
          IntStream.range(0, 64)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> datasets(database)))
              .toList();
      assertThat(reads.stream().map(CompletableFuture::join)).containsOnly(0);
    }
  }

  private Database open() {
    return TestDatabase.POSTGRESQL.open(home, () -> {});
  }

  /** Ends all connections, this statement's own too. */
  private static void cutAll(Database database) {
    assertThatThrownBy(
            () ->
                database.read(
                    handle ->
                        handle
                            .createQuery(
                                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                                    + " WHERE datname = current_database()")
                            .mapTo(Integer.class)
                            .one()))
        .isInstanceOf(MatineeException.class);
  }

  private static boolean tryInsert(Database database, String id) {
    try {
      return database.write(handle -> insert(handle, id)) == 1;
    } catch (MatineeException deadConnection) {
      assertThat(deadConnection.reason()).isEqualTo(Reason.DATABASE_UNAVAILABLE);
      return false;
    }
  }

  private static int insert(Handle handle, String id) {
    return handle.execute("INSERT INTO dataset VALUES (?, ?, 0)", id, id);
  }

  private static int datasets(Database database) {
    return database.read(
        handle -> handle.createQuery("SELECT count(*) FROM dataset").mapTo(Integer.class).one());
  }
}
