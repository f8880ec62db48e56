package io.matinee.bench;

import io.matinee.bench.suite.LoneService;
import io.matinee.bench.suite.PreparedHome;
import io.matinee.cli.connection.Service;
import java.util.ArrayList;
import java.util.List;

/**
 * Each service alone, with a model in its cache: seconds to ready, and serving's memory. Then the
 * second start of the whole demo, from the start of the program to its end.
 */
final class StartupBenchmark implements Benchmark {
  private static final int STARTS = 3;

  @Override
  public String name() {
    return "startup";
  }

  @Override
  public String description() {
    return "seconds until each service is ready, started alone with a model in its cache";
  }

  @Override
  public List<Figure> run(Workplace workplace) throws Exception {
    PreparedHome prepared = workplace.preparedHome();
    List<Figure> figures = new ArrayList<>();
    for (Service service : Service.values()) {
      double seconds = Double.MAX_VALUE;
      double memory = 0;
      for (int start = 0; start < STARTS; start++) {
        try (LoneService lone = LoneService.start(workplace.root(), prepared.home(), service, "")) {
          seconds = Math.min(seconds, lone.secondsToReady());
          memory = Math.max(memory, lone.residentMebibytes());
        }
      }
      figures.add(Figure.atMost(service.id() + " ready after", seconds, "s", 4));
      figures.add(
          service == Service.SERVING
              ? Figure.atMost("serving's memory", memory, "MiB", 350)
              : Figure.reported(service.id() + "'s memory", memory, "MiB"));
    }
    double again = Double.MAX_VALUE;
    for (int start = 0; start < STARTS; start++) {
      again = Math.min(again, prepared.again());
    }
    figures.add(Figure.atMost("second start of the demo, to its end", again, "s", 15));
    return figures;
  }
}
