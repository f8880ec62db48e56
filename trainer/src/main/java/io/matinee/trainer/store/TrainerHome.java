package io.matinee.trainer.store;

import io.matinee.model.durable.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The layout of the folder that holds all of a trainer's state.
 *
 * @param root the folder
 */
public record TrainerHome(Path root) {

  /** Makes the folder and its parts where they are missing, open to their owner alone. */
  public static TrainerHome prepare(Path root) throws IOException {
    TrainerHome home = new TrainerHome(root.toAbsolutePath().normalize());
    OwnerOnly.createFolder(home.blobs());
    OwnerOnly.createFolder(home.staging());
    OwnerOnly.createFolder(home.workers());
    OwnerOnly.createFolder(home.temporary());
    return home;
  }

  /** Returns the file that the one trainer of this home holds locked. */
  public Path lock() {
    return root.resolve("trainer.lock");
  }

  /** Returns the file with the id that the home and its tables share. */
  public Path identity() {
    return root.resolve("home-id");
  }

  /** Returns the SQL database's file. */
  public Path database() {
    return root.resolve("matinee.db");
  }

  /** Returns the folder of published blobs, by digest. */
  public Path blobs() {
    return root.resolve("blobs").resolve("sha256");
  }

  /** Returns the folder of unpublished work, one folder an operation. */
  public Path staging() {
    return root.resolve("staging");
  }

  /**
   * Returns the folder of workers at work: what each was told, what it said, which process it is.
   */
  public Path workers() {
    return root.resolve("workers");
  }

  /** Returns the folder that the query engine spills to. */
  public Path temporary() {
    return root.resolve("temporary");
  }

  /** Returns the folder that workers unpack native libraries into. */
  public Path nativeCache() {
    return root.resolve("native");
  }
}
