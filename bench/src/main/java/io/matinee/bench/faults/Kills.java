package io.matinee.bench.faults;

import io.matinee.bench.Figure;
import io.matinee.cli.connection.Service;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills one service after the other at random moments while ratings are recorded, starts it again,
 * and looks whether what was acknowledged is there and the readers follow.
 *
 * @param tested the suite
 * @param report hears of each fault
 * @param seed of the moments
 */
record Kills(TestedSuite tested, Report report, long seed) {
  private static final int WRITERS = 4;
  private static final int LONGEST_PAUSE_MILLISECONDS = 800;
  private static final int RECOVERY_SECONDS = 30;
  private static final int PAUSE_MILLISECONDS = 100;

  /** Kills so many times, each service in turn. */
  List<Figure> run(int kills) throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(seed);
    Writers writers = Writers.start(tested.clients(), "beside-kills", WRITERS);
    int unwell = 0;
    for (int kill = 0; kill < kills; kill++) {
      Service victim = Service.values()[kill % Service.values().length];
      pause(random.nextInt(LONGEST_PAUSE_MILLISECONDS));
      tested.checkup().heal(List.of(victim));
      if (!recovers()) {
        unwell++;
        report.fault("services unwell", "after kill " + kill + ", of " + victim.id());
      }
    }
    writers.stop();
    return List.of(
        Figure.reported("kills", kills, "kills"),
        Figure.reported(
            "batches acknowledged beside kills",
            writers.sum(RatingWriter::acknowledged),
            "batches"),
        Figure.reported(
            "batches not acknowledged beside kills", writers.sum(RatingWriter::failed), "batches"),
        Figure.atMost("INTERNAL beside kills", writers.sum(RatingWriter::bugs), "calls", 0),
        Figure.atMost("acknowledged batches lost", writers.sum(RatingWriter::lost), "batches", 0),
        Figure.atMost("kills that left a service unwell", unwell, "kills", 0),
        Figure.atLeast("a new version is served after all kills", follows() ? 1 : 0, "1 = yes", 1));
  }

  private boolean recovers() {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(RECOVERY_SECONDS);
    while (System.nanoTime() < limit) {
      if (tested.checkup().lost().isEmpty()) {
        return true;
      }
      pause(PAUSE_MILLISECONDS);
    }
    return false;
  }

  private boolean follows() {
    String version = tested.model().train();
    tested.model().promote(version);
    return tested.model().served(version, RECOVERY_SECONDS);
  }

  private static void pause(int milliseconds) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
  }
}
