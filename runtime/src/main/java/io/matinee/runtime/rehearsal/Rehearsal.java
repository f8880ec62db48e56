package io.matinee.runtime.rehearsal;

import io.matinee.model.snapshot.Manifest;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.runtime.call.Warmup;
import io.matinee.runtime.following.CacheConfiguration;
import io.matinee.runtime.following.DerivedFolders;
import io.matinee.runtime.following.ModelReader;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/**
 * Loads a made-up model as a reader loads its first one, and again as a later start does with what
 * was derived at the first; then ends the process, with exit code 1 if that fails. Without it the
 * classes that load a model would be missing in an archive that is made where there is no model.
 */
@Singleton
public class Rehearsal {
  private static final Logger LOG = Logger.getLogger(Rehearsal.class);

  private final RehearsalConfiguration configuration;
  private final Instance<ModelReader<?>> readers;
  private final Path folder;
  private final DerivedFolders derived;
  private final Warmup warmup;

  @Inject
  Rehearsal(
      RehearsalConfiguration configuration,
      @Any Instance<ModelReader<?>> readers,
      CacheConfiguration cache,
      DerivedFolders derived,
      Warmup warmup) {
    this.configuration = configuration;
    this.readers = readers;
    this.folder = cache.directory().resolve("rehearsal");
    this.derived = derived;
    this.warmup = warmup;
  }

  void start(@Observes StartupEvent event) {
    if (configuration.rehearsal()) {
      warmup.done().thenRun(this::play);
    }
  }

  private void play() {
    try {
      derived.clear();
      Files.createDirectories(folder);
      readers.forEach(this::load);
      readers.forEach(this::load);
      Quarkus.asyncExit();
    } catch (Exception failure) {
      LOG.error("the rehearsal failed", failure);
      Quarkus.asyncExit(1);
    }
  }

  private <T extends AutoCloseable> void load(ModelReader<T> reader) {
    Manifest manifest = Manifest.fromJson(MadeUpVersion.write(folder).toJson());
    Snapshot snapshot =
        Snapshot.open(manifest, blob -> folder.resolve(blob.name()), reader.roles());
    try (T model = reader.load(snapshot, "models/rehearsal/versions/1")) {
      reader.warm(model);
    } catch (Exception failure) {
      throw new IllegalStateException("a made-up model cannot be loaded", failure);
    }
  }
}
