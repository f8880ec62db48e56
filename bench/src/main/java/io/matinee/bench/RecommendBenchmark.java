package io.matinee.bench;

import io.matinee.bench.load.CallTimes;
import io.matinee.bench.load.EmptyCall;
import io.matinee.bench.load.UnaryLoad;
import io.matinee.bench.suite.LoneService;
import io.matinee.cli.connection.Service;
import io.matinee.cli.suite.SuiteHome;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Recommend beside an empty unary call with the same reply size, client and server here.
 *
 * <p>When callers in a closed loop give way to an open loop, both sides compile anew for a second
 * or two, since batches of frames become single ones. So an open loop on the empty call, for the
 * client, and one on Recommend, for the server, come before those that are judged; the latter's p99
 * is told.
 */
final class RecommendBenchmark implements Benchmark {
  private static final int USERS = 671;
  private static final int ROUNDS = 3;
  private static final double SECONDS = 6;

  @Override
  public String name() {
    return "recommend";
  }

  @Override
  public String description() {
    return "calls/s of Recommend, 16 callers, MovieLens 2016, beside an empty call; p99 at half (median of 3)";
  }

  @Override
  public List<Figure> run(Workplace workplace) throws Exception {
    SuiteHome home = workplace.preparedHome().home();
    try (LoneService serving = LoneService.start(workplace.root(), home, Service.SERVING, "");
        UnaryLoad recommend =
            new UnaryLoad(
                serving.port(),
                RecommendCall.METHOD,
                call -> RecommendCall.request(call % USERS + 1))) {
      int replyBytes = recommend.callOnce().length;
      try (EmptyCall empty = EmptyCall.start(replyBytes)) {
        return compare(recommend, empty, replyBytes, serving);
      }
    }
  }

  private static List<Figure> compare(
      UnaryLoad recommend, EmptyCall empty, int replyBytes, LoneService serving)
      throws InterruptedException, IOException {
    recommend.closedLoop(MachineSpeed.CALLERS, SECONDS);
    empty.closedLoop(MachineSpeed.CALLERS, SECONDS);
    double peak = 0;
    double emptyPeak = 0;
    for (int round = 0; round < ROUNDS; round++) {
      peak = Math.max(peak, recommend.closedLoop(MachineSpeed.CALLERS, SECONDS));
      emptyPeak = Math.max(emptyPeak, empty.closedLoop(MachineSpeed.CALLERS, SECONDS));
    }
    empty.openLoop(peak / 2, SECONDS);
    CallTimes first = recommend.openLoop(peak / 2, SECONDS);
    double[] p99 = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      p99[round] = recommend.openLoop(peak / 2, SECONDS).milliseconds(.99);
    }
    Arrays.sort(p99);
    MachineSpeed speed = new MachineSpeed(emptyPeak);
    return List.of(
        speed.figure(),
        Figure.reported("Recommend, 16 callers", peak, "calls/s"),
        Figure.atLeast("Recommend to empty call", peak / emptyPeak, "ratio", .55),
        Figure.reported("reply", replyBytes, "bytes"),
        speed.atMost("p99, open loop at half the peak", p99[ROUNDS / 2], "ms", 4),
        speed.atMost("the worst of three such p99", p99[ROUNDS - 1], "ms", 15),
        Figure.reported("p99 before those, while code is compiled", first.milliseconds(.99), "ms"),
        Figure.reported("serving's memory after the load", serving.residentMebibytes(), "MiB"));
  }
}
