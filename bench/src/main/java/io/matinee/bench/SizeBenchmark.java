package io.matinee.bench;

import io.matinee.bench.load.CallTimes;
import io.matinee.bench.load.UnaryLoad;
import io.matinee.bench.size.MadeUpVersion;
import io.matinee.bench.size.ReaderCache;
import io.matinee.bench.size.TasteRatings;
import io.matinee.bench.suite.AwaitedOperation;
import io.matinee.bench.suite.FreePorts;
import io.matinee.bench.suite.LoneService;
import io.matinee.bench.suite.WholeSuite;
import io.matinee.cli.connection.Service;
import io.matinee.cli.suite.SuiteHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.DoubleAccumulator;

/**
 * A data set of the size of MovieLens 20M on its way through import, training, serving, similarity
 * and evaluation; and a made-up version of a million users in serving and similarity. Each is a
 * part that can be run alone.
 */
final class SizeBenchmark implements Benchmark {
  private static final String GENERATED = "generated";
  private static final String MADE_UP = "made-up";
  private static final int USERS = 138_000;
  private static final int MOVIES = 27_000;
  private static final int DRAWS = 20_000_000;
  private static final MadeUpVersion VERSION = new MadeUpVersion(1_000_000, 60_000, 100, 64);
  private static final long SEED = 7;
  private static final double SECONDS = 6;

  /** A prime, to walk over users in an order that repeats none before all are done. */
  private static final long STRIDE = 7_919;

  @Override
  public String name() {
    return "size";
  }

  @Override
  public String description() {
    return "16.6 million ratings through the suite, a million users in serving; "
        + "--size=.01 for a hundredth";
  }

  @Override
  public List<Figure> run(Workplace workplace) throws Exception {
    MachineSpeed speed = MachineSpeed.measure();
    Figures figures = new Figures();
    figures.add(speed.figure());
    if (workplace.options().wants(GENERATED)) {
      addGenerated(workplace, speed, figures);
    }
    if (workplace.options().wants(MADE_UP)) {
      addMadeUp(workplace, speed, figures);
    }
    return figures.all();
  }

  private static void addGenerated(Workplace workplace, MachineSpeed speed, Figures figures)
      throws IOException, InterruptedException {
    SuiteHome home = home(workplace, "generated-home");
    Path folder = home.data().resolve(GENERATED);
    int users = workplace.options().times(USERS);
    long ratings =
        TasteRatings.write(folder, users, MOVIES, workplace.options().times(DRAWS), SEED);
    figures.add(Figure.reported("generated ratings", ratings, ""));
    WholeSuite suite = new WholeSuite(workplace.root(), home, FreePorts.forSuite());
    try (LoneService trainer = suite.start(Service.TRAINER)) {
      figures.add(Figure.reported("import", suite.importFolder(folder).seconds(), "s"));
      figures.add(Figure.reported("import, peak of the trainer", trainer.peakMebibytes(), "MiB"));
      DoubleAccumulator worker = new DoubleAccumulator(Math::max, 0);
      AwaitedOperation training =
          suite.train(() -> worker.accumulate(trainer.peakMebibytesOfWorkers()));
      figures.add(Figure.reported("training", training.seconds(), "s"));
      figures.add(Figure.reported("training, peak of the worker", worker.get(), "MiB"));
      String version = suite.promote(training);
      try (LoneService serving = suite.start(Service.SERVING)) {
        figures.add(Figure.reported("serving ready after", serving.secondsToReady(), "s"));
        addWork("serving, work until ready", serving, figures);
        addLoad("serving", serving, users, figures);
      }
      try (LoneService similarity = suite.start(Service.SIMILARITY)) {
        addSimilarity("similarity", similarity, figures);
      }
      try (LoneService metrics = suite.start(Service.METRICS)) {
        double seconds = suite.evaluate(version).seconds();
        figures.add(
            workplace.options().isUsual()
                ? speed.atMost("evaluation", seconds, "s", 25)
                : Figure.reported("evaluation", seconds, "s"));
        addWork("evaluation, work from the start of metrics", metrics, figures);
        addMemory("evaluation", metrics, figures);
      }
    }
  }

  private static void addMadeUp(Workplace workplace, MachineSpeed speed, Figures figures)
      throws IOException, InterruptedException {
    int users = workplace.options().times(VERSION.users());
    MadeUpVersion version =
        new MadeUpVersion(users, VERSION.movies(), VERSION.ratingsAUser(), VERSION.dimension());
    SuiteHome home = home(workplace, "made-up-home");
    ReaderCache.fill(cache(home, Service.SERVING), folder -> version.write(folder, SEED));
    figures.add(Figure.reported("made-up users", users, ""));
    try (LoneService serving = LoneService.start(workplace.root(), home, Service.SERVING, "")) {
      double seconds = serving.secondsToReady();
      figures.add(
          workplace.options().isUsual()
              ? speed.atMost("made-up, ready after", seconds, "s", 10)
              : Figure.reported("made-up, ready after", seconds, "s"));
      addWork("made-up, work until ready", serving, figures);
      addLoad(MADE_UP, serving, users, figures);
    }
    Files.move(cache(home, Service.SERVING), cache(home, Service.SIMILARITY));
    try (LoneService similarity =
        LoneService.start(workplace.root(), home, Service.SIMILARITY, "")) {
      addSimilarity(MADE_UP + ", similarity", similarity, figures);
    }
  }

  private static void addLoad(String name, LoneService serving, int users, Figures figures)
      throws IOException, InterruptedException {
    try (UnaryLoad recommend =
        new UnaryLoad(
            serving.port(),
            RecommendCall.METHOD,
            call -> RecommendCall.request(call * STRIDE % users + 1))) {
      recommend.closedLoop(MachineSpeed.CALLERS, SECONDS);
      double peak = recommend.closedLoop(MachineSpeed.CALLERS, SECONDS);
      CallTimes times = recommend.openLoop(peak / 2, SECONDS);
      figures.add(Figure.reported(name + ", Recommend, 16 callers", peak, "calls/s"));
      figures.add(Figure.reported(name + ", p50 at half the peak", times.milliseconds(.5), "ms"));
      figures.add(Figure.reported(name + ", p99 at half the peak", times.milliseconds(.99), "ms"));
    }
    addMemory(name, serving, figures);
  }

  private static void addSimilarity(String name, LoneService similarity, Figures figures)
      throws IOException {
    figures.add(Figure.reported(name + " ready after", similarity.secondsToReady(), "s"));
    addWork(name + ", work until ready", similarity, figures);
    addMemory(name, similarity, figures);
  }

  private static void addWork(String name, LoneService service, Figures figures) {
    figures.add(Figure.reported(name, service.cpuSeconds(), "s of CPU"));
  }

  private static void addMemory(String name, LoneService service, Figures figures)
      throws IOException {
    figures.add(Figure.reported(name + ", peak", service.peakMebibytes(), "MiB"));
    figures.add(
        Figure.reported(name + ", without mapped files", service.anonymousMebibytes(), "MiB"));
  }

  private static SuiteHome home(Workplace workplace, String folder) throws IOException {
    return new SuiteHome(Files.createDirectories(workplace.scratch().resolve(folder)));
  }

  private static Path cache(SuiteHome home, Service service) throws IOException {
    return Files.createDirectories(home.state(service)).resolve("cache");
  }
}
