package io.matinee.trainer.registry;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.name.AliasName;
import io.matinee.trainer.name.ModelName;
import io.matinee.trainer.name.ModelVersionName;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.Microseconds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The aliases, in the database, each change with an audit record. Thread-safe. */
public final class Aliases {
  private static final String SELECT =
      "SELECT model_id, alias_id, version_number, etag, update_time FROM alias"
          + " WHERE model_id = :model";

  private final Database database;
  private final Clock clock;
  private final List<Consumer<AliasName>> listeners = new CopyOnWriteArrayList<>();

  /** The aliases of a database. */
  public Aliases(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Returns the state of an alias, which need not exist. */
  public Alias state(AliasName name) {
    return database.read(handle -> find(handle, name)).orElse(Alias.absent(name));
  }

  /**
   * Returns an alias.
   *
   * @throws MatineeException ALIAS_NOT_FOUND
   */
  public Alias get(AliasName name) {
    return database
        .read(handle -> find(handle, name))
        .orElseThrow(
            () ->
                MatineeException.of(Reason.ALIAS_NOT_FOUND, "There is no " + name + ".")
                    .with("alias", name.toString()));
  }

  /** Returns a model's aliases by id: those behind {@code after}, at most {@code limit}. */
  public List<Alias> list(ModelName model, String after, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(SELECT + " AND alias_id > :after ORDER BY alias_id LIMIT :limit")
                .bind("model", model.model())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
  }

  /**
   * Points an alias at a version.
   *
   * @param version the version, or empty to point at nothing
   * @param expected what the etag must be now
   * @param reason why, for the audit
   * @throws MatineeException ETAG_MISMATCH, MODEL_VERSION_NOT_FOUND, FORMAT_UNSUPPORTED or
   *     NOT_SERVABLE
   */
  public Alias set(
      AliasName name, Optional<ModelVersionName> version, ExpectedEtag expected, String reason) {
    Alias changed =
        database.write(
            handle -> {
              version.ifPresent(target -> ModelVersions.requireServable(handle, target));
              Alias before = find(handle, name).orElse(Alias.absent(name));
              expected.require(before.etag(), "alias", name.toString());
              Alias after =
                  new Alias(name, version, UUID.randomUUID().toString(), Microseconds.now(clock));
              write(handle, after);
              audit(handle, before, after, reason);
              return after;
            });
    listeners.forEach(listener -> listener.accept(name));
    return changed;
  }

  /** Calls the listener with the name of each alias that has changed, on the changing thread. */
  public void onChange(Consumer<AliasName> listener) {
    listeners.add(listener);
  }

  private static Optional<Alias> find(Handle handle, AliasName name) {
    return handle
        .createQuery(SELECT + " AND alias_id = :alias")
        .bind("model", name.model())
        .bind("alias", name.alias())
        .map((row, context) -> read(row))
        .findOne();
  }

  private static void write(Handle handle, Alias alias) {
    handle
        .createUpdate(
            "INSERT INTO alias (model_id, alias_id, version_number, etag, update_time)"
                + " VALUES (:model, :alias, :version, :etag, :time)"
                + " ON CONFLICT (model_id, alias_id) DO UPDATE SET"
                + " version_number = excluded.version_number, etag = excluded.etag,"
                + " update_time = excluded.update_time")
        .bind("model", alias.name().model())
        .bind("alias", alias.name().alias())
        .bind("version", number(alias))
        .bind("etag", alias.etag())
        .bind("time", Microseconds.of(alias.updateTime()))
        .execute();
  }

  private static void audit(Handle handle, Alias before, Alias after, String reason) {
    handle
        .createUpdate(
            "INSERT INTO alias_audit"
                + " (etag, model_id, alias_id, version_before, version_after, reason, change_time)"
                + " VALUES (:etag, :model, :alias, :before, :after, :reason, :time)")
        .bind("etag", after.etag())
        .bind("model", after.name().model())
        .bind("alias", after.name().alias())
        .bind("before", number(before))
        .bind("after", number(after))
        .bind("reason", reason)
        .bind("time", Microseconds.of(after.updateTime()))
        .execute();
  }

  private static @Nullable Long number(Alias alias) {
    return alias.version().map(ModelVersionName::number).orElse(null);
  }

  private static Alias read(ResultSet row) throws SQLException {
    AliasName name = new AliasName(row.getString("model_id"), row.getString("alias_id"));
    long number = row.getLong("version_number");
    Optional<ModelVersionName> version =
        row.wasNull() ? Optional.empty() : Optional.of(new ModelVersionName(name.model(), number));
    return new Alias(
        name, version, row.getString("etag"), Microseconds.toInstant(row.getLong("update_time")));
  }
}
