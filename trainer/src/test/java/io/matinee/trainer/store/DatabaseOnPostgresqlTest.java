package io.matinee.trainer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.nio.file.Path;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
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

  /** What the first writer finds after its time is over is told to those who wait behind it. */
  @Test
  void allWhoWaitHearThatItIsAwayWithTheFirst() throws Exception {
    try (Relay relay = Relay.to(PostgresqlForTests.newDatabase());
        Database database = Database.open(relay.server(), () -> {})) {
      relay.cut();
      spendOpenConnections(database);
      List<FutureTask<Reason>> writers =
          IntStream.range(0, 4)
              .mapToObj(i -> new FutureTask<>(() -> refusal(relay, database, "set" + i)))
              .toList();
      List<Thread> threads = writers.stream().map(Thread::new).toList();
      for (Thread thread : threads) {
        thread.start();
        awaitWaiting(thread);
      }
      for (FutureTask<Reason> writer : writers) {
        assertThat(writer.get()).isEqualTo(Reason.DATABASE_UNAVAILABLE);
      }
      assertThat(tryInsert(database, "later")).isTrue();
    }
  }

  /** Why a write is refused; from then on it could be done. */
  private static @Nullable Reason refusal(Relay relay, Database database, String id) {
    try {
      database.write(handle -> insert(handle, id));
      return null;
    } catch (MatineeException refused) {
      relay.restore();
      return refused.reason();
    }
  }

  /** Writes until there is no connection left that seems to be open. */
  private static void spendOpenConnections(Database database) {
    Throwable cause = null;
    while (!(cause instanceof SQLTransientConnectionException)) {
      try {
        database.write(handle -> insert(handle, "nobody"));
      } catch (MatineeException refused) {
        cause = refused.getCause();
      }
    }
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING
        && thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
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
    return handle.execute(
        "INSERT INTO dataset (dataset_id, display_name, create_time) VALUES (?, ?, 0)", id, id);
  }

  private static int datasets(Database database) {
    return database.read(
        handle -> handle.createQuery("SELECT count(*) FROM dataset").mapTo(Integer.class).one());
  }
}
