package io.matinee.trainer.store;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** The database's migrations, named one by one: the packaged program's jars cannot be scanned. */
final class Migrations implements ResourceProvider {
  private static final List<LoadableResource> ALL =
      List.of(
          new Migration("V4__begin_with_datasets_ratings_runs_and_versions.sql"),
          new Migration("V5__keep_evaluations_of_any_protocol.sql"),
          new Migration("V6__say_of_models_what_their_owners_do.sql"),
          new Migration("V7__keep_splits_of_data_sets.sql"),
          new Migration("V8__delete_data_sets_and_their_versions.sql"),
          new Migration("V9__give_no_revision_of_live_ratings_twice.sql"),
          new Migration("V10__delete_versions_of_models.sql"),
          new Migration("V11__go_on_counting_versions_of_deleted_data_sets.sql"),
          new Migration("V12__accept_what_checks_of_data_found.sql"),
          new Migration("V13__tell_watches_from_ratings.sql"));

  @Override
  public @Nullable LoadableResource getResource(String name) {
    return ALL.stream()
        .filter(migration -> migration.getFilename().equals(name))
        .findFirst()
        .orElse(null);
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return ALL.stream().filter(migration -> migration.getFilename().startsWith(prefix)).toList();
  }

  private static final class Migration extends LoadableResource {
    private final String name;

    private Migration(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      InputStream content =
          Objects.requireNonNull(
              Migrations.class.getResourceAsStream(getAbsolutePath()), getAbsolutePath());
      return new InputStreamReader(content, StandardCharsets.UTF_8);
    }

    @Override
    public String getAbsolutePath() {
      return "/db/migration/" + name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return getAbsolutePath();
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
