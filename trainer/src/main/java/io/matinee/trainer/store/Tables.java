package io.matinee.trainer.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/** The tables of a database, whichever it is. */
final class Tables {
  private Tables() {}

  /**
   * Makes the tables, or brings them up to date.
   *
   * @throws IllegalStateException when another release made them, which this one cannot follow
   */
  static void bringUpToDate(DataSource source) {
    Flyway tables = Flyway.configure().dataSource(source).resourceProvider(new Migrations()).load();
    requireKnown(tables.info());
    tables.migrate();
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
}
