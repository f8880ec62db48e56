package io.matinee.trainer.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The database of a test's home: the same one, whoever opens it from whatever process. */
public enum TestDatabase {
  /** The home's own file. */
  SQLITE {
    @Override
    void prepare(Path home) {}
  },
  /** A database of its own, whose URL is in a file of the home. */
  POSTGRESQL {
    @Override
    void prepare(Path home) throws IOException {
      Path url = home.resolve(URL);
      if (!Files.exists(url)) {
        Files.writeString(url, PostgresqlForTests.newDatabase());
      }
    }
  };

  private static final String URL = "postgresql.url";

  abstract void prepare(Path home) throws IOException;

  /** Opens the database of a home, which is made at the first time. */
  public Database open(Path home, Runnable loss) {
    try {
      prepare(home);
      return openExisting(home, loss);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Opens the database that a home has, of whatever kind. */
  public static Database openExisting(Path home, Runnable loss) throws IOException {
    Path url = home.resolve(URL);
    return Files.exists(url)
        ? Database.open(server(Files.readString(url)), loss)
        : Database.open(home.resolve("matinee.db"), loss);
  }

  private static DatabaseServer server(String url) {
    return new DatabaseServer(url, PostgresqlForTests.USER, "", 4);
  }
}
