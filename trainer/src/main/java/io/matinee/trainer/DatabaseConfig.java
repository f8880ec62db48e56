package io.matinee.trainer;

import io.matinee.runtime.configuration.Within;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where the trainer's tables are: the home's own SQLite file, or PostgreSQL. */
@ConfigMapping(prefix = "matinee.trainer.database")
public interface DatabaseConfig {

  /** {@code jdbc:postgresql://HOST:PORT/NAME}; the home's own file unless set. */
  Optional<String> url();

  /** Who logs in to PostgreSQL. */
  @WithDefault("matinee")
  String user();

  /** With what password; none unless set. */
  Optional<String> password();

  /** How many connections to PostgreSQL there are at most. */
  @Within(least = 3, most = 1_000)
  @WithDefault("8")
  int connections();
}
