package io.matinee.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.matinee.bench.faults.FaultsBenchmark;
import io.matinee.bench.micro.MicroBenchmarks;
import io.matinee.bench.quality.ColdBenchmark;
import io.matinee.bench.quality.DefaultsBenchmark;
import io.matinee.bench.quality.SimilarBenchmark;
import io.matinee.bench.validation.ValidationBenchmark;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Entry of {@code ./matinee bench}: without arguments it lists the benchmarks; {@code NAME
 * [PART...] [--size=N] [--seed=N] [--json]} runs one. The exit is 0 when every goal holds, 1 when
 * one is missed, 2 for bad use.
 */
public final class BenchMain {
  private BenchMain() {}

  /** Runs the command line. */
  public static void main(String[] arguments) throws Exception {
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
    // Service libraries log to standard output; the report must stay alone there.
    PrintStream report = System.out;
    System.setOut(System.err);
    System.exit(run(Arrays.asList(arguments), report));
  }

  /** Made only once the log manager is chosen, which their libraries would do otherwise. */
  private static List<Benchmark> all() {
    return List.of(
        new TrainingBenchmark(),
        new RankingBenchmark(),
        new EvaluationBenchmark(),
        new RecommendBenchmark(),
        new CrowdBenchmark(),
        new StartupBenchmark(),
        new ImportBenchmark(),
        new ValidationBenchmark(),
        new MicroBenchmarks(),
        new FaultsBenchmark(),
        new SizeBenchmark(),
        new ScaleBenchmark(),
        new NotebooksBenchmark(),
        new DefaultsBenchmark(),
        new ColdBenchmark(),
        new SimilarBenchmark());
  }

  private static int run(List<String> arguments, PrintStream report) throws Exception {
    boolean json = arguments.contains("--json");
    List<String> names = arguments.stream().filter(argument -> !argument.startsWith("-")).toList();
    if (names.isEmpty()) {
      list(json, report);
      return 0;
    }
    for (Benchmark benchmark : all()) {
      if (benchmark.name().equals(names.getFirst())) {
        RunOptions options = RunOptions.of(arguments.subList(1, arguments.size()));
        return measure(benchmark, options, json, report);
      }
    }
    System.err.println("no benchmark " + names.getFirst() + "; there are:");
    list(false, System.err);
    return 2;
  }

  private static void list(boolean json, PrintStream report) throws Exception {
    if (json) {
      List<Map<String, String>> entries =
          all().stream()
              .map(one -> Map.of("name", one.name(), "description", one.description()))
              .toList();
      report.println(new ObjectMapper().writeValueAsString(entries));
      return;
    }
    all().forEach(one -> report.printf("%-16s %s%n", one.name(), one.description()));
  }

  private static int measure(
      Benchmark benchmark, RunOptions options, boolean json, PrintStream report) throws Exception {
    List<Figure> figures;
    try (Workplace workplace = Workplace.open(options)) {
      figures = benchmark.run(workplace);
    }
    if (json) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("name", benchmark.name());
      document.put("figures", figures);
      report.println(new ObjectMapper().writeValueAsString(document));
    } else {
      report.println(benchmark.name() + ": " + benchmark.description());
      figures.forEach(figure -> report.println("  " + figure.line()));
    }
    return figures.stream().allMatch(Figure::holds) ? 0 : 1;
  }
}
