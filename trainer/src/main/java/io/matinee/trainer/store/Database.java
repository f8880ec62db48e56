package io.matinee.trainer.store;

import io.matinee.runtime.error.MatineeException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The SQL database. Thread-safe: reads run side by side, writes one after another, each in a
 * transaction that is on the disk when {@link #write} returns.
 */
public final class Database implements AutoCloseable {
  private static final int BUSY_MILLISECONDS = 20_000;

  private final Jdbi jdbi;
  private final Handle writer;
  private final Ownership ownership;
  private final ReentrantLock writing = new ReentrantLock(true);

  private Database(Jdbi jdbi, Runnable loss) {
    this.jdbi = jdbi;
    this.writer = jdbi.open();
    this.ownership = writer.inTransaction(handle -> Ownership.take(handle, loss));
  }

  /**
   * Opens a SQLite file, which is made when missing, brings its tables up to date, and takes it
   * over: whoever has opened it before writes to it no more.
   *
   * @param loss is run once, when a change is refused, or a check finds, since another has taken
   *     the file over
   * @throws IllegalStateException when it is no such file, is damaged, or belongs to a newer
   *     release or to a build before 0.1.0
   */
  public static Database open(Path file, Runnable loss) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(BUSY_MILLISECONDS);
    config.enforceForeignKeys(true);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    try {
      Flyway tables =
          Flyway.configure().dataSource(source).resourceProvider(new Migrations()).load();
      requireKnown(tables.info());
      tables.migrate();
      return new Database(Jdbi.create(source), loss);
    } catch (FlywayException | JdbiException broken) {
      throw new IllegalStateException(
          "cannot use the trainer's database %s: %s; restore it from a backup, or set MATINEE_TRAINER_HOME to another folder"
              .formatted(file, rootOf(broken).getMessage()),
          broken);
    }
  }

  private static void requireKnown(MigrationInfoService tables) {
    for (MigrationInfo migration : tables.applied()) {
      if (migration.getState() == MigrationState.FUTURE_SUCCESS) {
        throw new IllegalStateException(
            "the trainer's home was last used by a newer release of Matinee (its tables have version %s); use that release, or set MATINEE_TRAINER_HOME to another folder"
                .formatted(migration.getVersion()));
      }
      if (migration.getState() == MigrationState.MISSING_SUCCESS) {
        throw new IllegalStateException(
            "the trainer's home was written by a build of Matinee before 0.1.0, which kept its records otherwise; set MATINEE_TRAINER_HOME to a new folder, import again and train again");
      }
    }
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      root = cause;
    }
    return root;
  }

  /** Runs a query. */
  public <T, X extends Exception> T read(HandleCallback<T, X> query) throws X {
    try {
      return jdbi.withHandle(query);
    } catch (JdbiException failure) {
      throw translated(failure);
    }
  }

  /**
   * Runs changes in one transaction: all of them are durable when this returns, or none is.
   *
   * @throws MatineeException SHUTTING_DOWN when another has taken the file over
   */
  public <T, X extends Exception> T write(HandleCallback<T, X> change) throws X {
    writing.lock();
    try {
      return writer.inTransaction(
          handle -> {
            ownership.require(handle);
            return change.withHandle(handle);
          });
    } catch (JdbiException failure) {
      throw translated(failure);
    } finally {
      writing.unlock();
    }
  }

  /** Looks whether another has taken the file over, without a change. */
  public void checkOwnership() {
    read(
        handle -> {
          ownership.check(handle);
          return handle;
        });
  }

  /** Closes the database after the change that is under way. */
  @Override
  public void close() {
    writing.lock();
    try {
      writer.close();
    } finally {
      writing.unlock();
    }
  }

  private static MatineeException translated(JdbiException failure) {
    return StorageFault.of(
        failure.getCause() instanceof SQLException sql ? sql : new SQLException(failure));
  }
}
