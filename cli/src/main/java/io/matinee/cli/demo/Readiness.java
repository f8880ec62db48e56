package io.matinee.cli.demo;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Service;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.proto.model.v1.FollowedAlias;
import io.matinee.proto.model.v1.ReaderStatus;
import java.time.Duration;
import java.util.List;

/** Waits until the readers serve a version. */
public final class Readiness {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final List<Service> READERS = List.of(Service.SERVING, Service.SIMILARITY);

  private final Clients clients;

  /**
   * Makes a wait.
   *
   * @param clients of the readers
   */
  public Readiness(Clients clients) {
    this.clients = clients;
  }

  /**
   * Waits.
   *
   * @param version the version's name
   * @throws CommandFailure when a reader does not load it in time, with the reader's own reason
   */
  public void await(String version) {
    long limit = System.nanoTime() + LIMIT.toNanos();
    for (Service reader : READERS) {
      ReaderStatus status = clients.readerStatus(reader);
      while (!answersFrom(version, status)) {
        if (System.nanoTime() > limit) {
          throw new CommandFailure(
              ExitCode.UNAVAILABLE,
              "%s has not loaded %s after %d s: %s"
                  .formatted(
                      reader.id(),
                      version,
                      LIMIT.toSeconds(),
                      status.getAliasesList().stream()
                          .filter(FollowedAlias::hasLastFailedLoad)
                          .map(alias -> alias.getLastFailedLoad().getMessage())
                          .findFirst()
                          .orElse("its log says more")));
        }
        pause();
        status = clients.readerStatus(reader);
      }
    }
  }

  private static boolean answersFrom(String version, ReaderStatus status) {
    return status.getAliasesList().stream()
        .anyMatch(alias -> alias.getLoaded().getModelVersion().equals(version));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.UNAVAILABLE, "interrupted while waiting for the readers");
    }
  }
}
