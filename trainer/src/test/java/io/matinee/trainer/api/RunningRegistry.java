package io.matinee.trainer.api;

import io.matinee.model.durable.Folders;
import io.matinee.runtime.testing.TinyModel;
import io.matinee.trainer.name.ModelName;
import io.matinee.trainer.registry.ModelVersions;
import io.matinee.trainer.registry.Publisher;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.TrainerHome;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A trainer that answers on a socket, and in which versions are published without training. */
abstract class RunningRegistry extends RunningTrainer {
  @Inject TrainerHome home;
  @Inject Database database;
  @Inject BlobStore blobs;
  @Inject ModelVersions versions;

  /** Publishes a tiny model as the next version; returns its name. */
  String publish(String model) throws IOException {
    Path snapshot = Files.createTempDirectory(home.staging(), "tiny");
    TinyModel.write(snapshot, 1);
    String name =
        new Publisher(database, blobs, versions, step -> {})
            .publish(ModelName.parse(model), snapshot, (handle, version) -> {})
            .name()
            .toString();
    Folders.delete(snapshot);
    return name;
  }
}
