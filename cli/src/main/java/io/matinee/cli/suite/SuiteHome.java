package io.matinee.cli.suite;

import io.matinee.cli.connection.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The one folder under which a suite keeps its state, open to its owner alone when it is made here.
 *
 * @param folder an absolute path
 */
public record SuiteHome(Path folder) {
  /** Makes the path absolute. */
  public SuiteHome {
    folder = folder.toAbsolutePath().normalize();
  }

  /** Returns the log of a service: its latest part, beside which lie the parts before. */
  public Path log(Service service) {
    return made(folder.resolve("logs")).resolve(service.id() + ".log");
  }

  /** What a service's process prints beside its log: what its JVM says, at a crash too. */
  public Path output(Service service) {
    return made(folder.resolve("logs")).resolve(service.id() + ".out");
  }

  /** What the supervisor prints: nothing, when all is well. */
  Path supervisorOutput() {
    return made(folder.resolve("logs")).resolve("supervisor.out");
  }

  /**
   * Returns the file that says which process starts services again; looking for it makes no folder.
   */
  Path supervisorFile() {
    return folder.resolve(Path.of("run", "supervisor.json"));
  }

  /** Returns the file that says which process runs a service; looking for it makes no folder. */
  public Path runFile(Service service) {
    return folder.resolve(Path.of("run", service.id() + ".json"));
  }

  /** Returns the folder of a service's own state. */
  public Path state(Service service) {
    return made(folder.resolve(service.id()));
  }

  /** Returns the folder of downloaded data. */
  public Path data() {
    return made(folder.resolve("data"));
  }

  private static Path made(Path folder) {
    try {
      return OwnerFolder.make(folder);
    } catch (IOException refused) {
      throw new UncheckedIOException("cannot make the folder " + folder, refused);
    }
  }
}
