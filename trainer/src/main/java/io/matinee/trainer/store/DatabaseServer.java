package io.matinee.trainer.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of a PostgreSQL server, and how it is reached.
 *
 * @param url {@code jdbc:postgresql://HOST:PORT/NAME}, with parameters of its driver where needed
 * @param user who logs in
 * @param password with what; empty when the server asks for none
 * @param connections how many connections there are at most; migrations need three
 */
public record DatabaseServer(String url, String user, String password, int connections) {
  private static final String FORM = "jdbc:postgresql:";
  private static final int CONNECT_SECONDS = 10;
  private static final int SILENCE_SECONDS = 60;
  private static final int WAIT_MILLISECONDS = 20_000;

  /** Refuses what is no URL of PostgreSQL. */
  public DatabaseServer {
    if (!url.startsWith(FORM)) {
      throw new IllegalArgumentException(
          "MATINEE_TRAINER_DATABASE_URL does not begin with %s".formatted(FORM));
    }
  }

  /** Returns the URL without parameters, which may hold secrets. */
  String name() {
    return url.split("\\?", 2)[0];
  }

  /**
   * Opens a pool, once the server has given a first connection.
   *
   * @throws PoolInitializationException when it gives none
   */
  HikariDataSource pool() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(SILENCE_SECONDS);
    source.setTcpKeepAlive(true);
    source.setApplicationName("matinee-trainer");
    HikariConfig config = new HikariConfig();
    config.setPoolName("trainer");
    config.setDataSource(source);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(WAIT_MILLISECONDS);
    return new HikariDataSource(config);
  }

  @Override
  public String toString() {
    return name();
  }
}
