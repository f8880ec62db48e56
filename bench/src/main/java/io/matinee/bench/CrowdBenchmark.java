package io.matinee.bench;

import io.matinee.bench.load.Crowd;
import io.matinee.bench.suite.LoneService;
import io.matinee.cli.connection.Service;
import java.io.IOException;
import java.util.List;

/** Far more callers than serving needs to be busy: whoever is let in is answered soon. */
final class CrowdBenchmark implements Benchmark {
  private static final int CALLERS = 500;
  private static final int USERS = 671;
  private static final int SHORT_LIST = 10;
  private static final int LONG_LIST = 1_000;
  private static final double GOAL_MILLISECONDS = 100;
  private static final double QUANTILE = .99;
  private static final double SECONDS = 6;

  @Override
  public String name() {
    return "crowd";
  }

  @Override
  public String description() {
    return "500 callers of Recommend at once, MovieLens 2016: p99 of those that are let in";
  }

  @Override
  public List<Figure> run(Workplace workplace) throws Exception {
    MachineSpeed speed = MachineSpeed.measure();
    Figures figures = new Figures();
    figures.add(speed.figure());
    try (LoneService serving =
        LoneService.start(workplace.root(), workplace.preparedHome().home(), Service.SERVING, "")) {
      crowd(serving, SHORT_LIST, speed, figures);
      crowd(serving, LONG_LIST, speed, figures);
    }
    return figures.all();
  }

  private static void crowd(LoneService serving, int movies, MachineSpeed speed, Figures figures)
      throws IOException, InterruptedException {
    String name = CALLERS + " callers, lists of " + movies;
    try (Crowd crowd =
        new Crowd(
            serving.port(),
            CALLERS,
            RecommendCall.METHOD,
            call -> RecommendCall.request(call % USERS + 1, movies))) {
      crowd.call(SECONDS);
      double p99 = crowd.call(SECONDS).milliseconds(QUANTILE);
      figures.add(
          movies == SHORT_LIST
              ? speed.atMost(name + ": p99", p99, "ms", GOAL_MILLISECONDS)
              : Figure.reported(name + ": p99", p99, "ms"));
      figures.add(Figure.reported(name + ": let in", crowd.admitted() / SECONDS, "calls/s"));
      figures.add(Figure.reported(name + ": turned away", crowd.refused() / SECONDS, "calls/s"));
      figures.add(Figure.atMost(name + ": failed otherwise", crowd.failed(), "calls", 0));
    }
  }
}
