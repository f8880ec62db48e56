package io.matinee.bench;

import io.matinee.bench.load.EmptyCall;
import java.io.IOException;

/**
 * How fast this machine is at present, by what gRPC itself does on it: the empty unary call with
 * {@value #CALLERS} callers. Goals in time and in calls a second are written for a machine that
 * reaches {@value #REFERENCE} such calls a second, and scaled to this one. Immutable.
 *
 * @param emptyCalls empty calls a second here
 */
public record MachineSpeed(double emptyCalls) {
  /** The callers of a measurement, each with one call at a time. */
  public static final int CALLERS = 16;

  /** What goals are written for, in empty calls a second. */
  public static final int REFERENCE = 32_500;

  /** In empty calls a second: a third of the reference, below which no goal is judged. */
  private static final int SLOWEST = REFERENCE / 3;

  /** About the size of a reply of Recommend, in bytes. */
  private static final int REPLY_BYTES = 1_000;

  private static final double SECONDS = 4;

  /** Measures for about ten seconds, the first of them to warm up. */
  public static MachineSpeed measure() throws IOException, InterruptedException {
    try (EmptyCall empty = EmptyCall.start(REPLY_BYTES)) {
      empty.closedLoop(CALLERS, SECONDS);
      return new MachineSpeed(empty.closedLoop(CALLERS, SECONDS));
    }
  }

  /**
   * Returns a time beside its goal as it holds here: longer on a slower machine. On one that is
   * busy with other things no goal is judged, or a machine slow enough would reach any.
   */
  public Figure atMost(String name, double time, String unit, double goal) {
    return emptyCalls < SLOWEST
        ? Figure.reported(name + " (not judged: too slow here)", time, unit)
        : Figure.atMost(name, time, unit, goal * REFERENCE / emptyCalls);
  }

  /** Returns the measurement itself, to be read beside the goals that it scales. */
  public Figure figure() {
    return Figure.reported("empty call, " + CALLERS + " callers", emptyCalls, "calls/s");
  }
}
