package io.matinee.trainer.store;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.matinee.runtime.error.MatineeException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;
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
  private static final Logger LOG = Logger.getLogger(Database.class);
  private static final int BUSY_MILLISECONDS = 20_000;

  private final Jdbi reading;
  private final Jdbi writing;
  private final AutoCloseable connections;
  private final Ownership ownership;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final AtomicLong outages = new AtomicLong();

  private Database(Jdbi reading, Jdbi writing, AutoCloseable connections, Runnable loss) {
    this.reading = reading;
    this.writing = writing;
    this.connections = connections;
    this.ownership = writing.inTransaction(handle -> Ownership.take(handle, loss));
  }

  /**
   * Opens a SQLite file, which is made when missing, brings its tables up to date, and takes it
   * over: whoever has opened it before writes to it no more. All writes use one connection.
   *
   * @param loss is run once, when a change is refused, or a check finds, since another has taken
   *     the file over
   * @throws IllegalStateException when it is not such a file, is damaged, or belongs to a newer
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
    source.setUrl("jdbc:sqlite:" + file.toUri());
    try {
      Tables.bringUpToDate(source);
      Connection kept = source.getConnection();
      return new Database(Jdbi.create(source), Jdbi.create(kept), kept, loss);
    } catch (FlywayException | JdbiException | SQLException broken) {
      throw new IllegalStateException(
          "cannot use the trainer's database %s: %s; restore it from a backup, or set MATINEE_TRAINER_HOME to another folder"
              .formatted(file, rootOf(broken).getMessage()),
          broken);
    }
  }

  /**
   * Opens a database of a PostgreSQL server, brings its tables up to date, and takes it over, as
   * {@link #open(Path, Runnable)} does with a file.
   *
   * @throws IllegalStateException when it cannot be reached or used, or belongs to a newer release
   */
  public static Database open(DatabaseServer server, Runnable loss) {
    try {
      return open(server.pool(), loss);
    } catch (PoolInitializationException | FlywayException | JdbiException broken) {
      throw new IllegalStateException(
          "cannot use the trainer's database %s: %s; see whether it can be reached, and MATINEE_TRAINER_DATABASE_URL, _USER and _PASSWORD"
              .formatted(server.name(), rootOf(broken).getMessage()),
          broken);
    }
  }

  private static Database open(HikariDataSource pool, Runnable loss) {
    try {
      Tables.bringUpToDate(pool);
      Jdbi jdbi = Jdbi.create(pool);
      return new Database(jdbi, jdbi, pool, loss);
    } catch (RuntimeException refused) {
      pool.close();
      throw refused;
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
      return reading.withHandle(query);
    } catch (JdbiException failure) {
      throw translated(failure);
    }
  }

  /**
   * Runs changes in one transaction: all of them are durable when this returns, or none is. When
   * the database is away all who wait for their turn hear it with the first, not each after a time
   * of its own.
   *
   * @throws MatineeException SHUTTING_DOWN when another has taken the database over,
   *     DATABASE_UNAVAILABLE when it is away; then the changes may be durable if it went meanwhile
   */
  public <T, X extends Exception> T write(HandleCallback<T, X> change) throws X {
    long known = outages.get();
    turn.lock();
    try {
      if (outages.get() != known) {
        throw StorageFault.away();
      }
      return writing.inTransaction(
          handle -> {
            ownership.require(handle);
            return change.withHandle(handle);
          });
    } catch (JdbiException failure) {
      if (failure.getCause() instanceof SQLTransientConnectionException) {
        outages.incrementAndGet();
      }
      throw translated(failure);
    } finally {
      turn.unlock();
    }
  }

  /** Looks whether another has taken the database over, without a change. */
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
    turn.lock();
    try {
      connections.close();
    } catch (Exception unclosed) {
      LOG.warn("the trainer's database was not closed", unclosed);
    } finally {
      turn.unlock();
    }
  }

  private static MatineeException translated(JdbiException failure) {
    return StorageFault.of(
        failure.getCause() instanceof SQLException sql ? sql : new SQLException(failure));
  }
}
