package io.matinee.bench.validation;

import io.matinee.bench.Benchmark;
import io.matinee.bench.Figure;
import io.matinee.bench.Workplace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Checking and refusing requests, each beside its yardstick in one run of JMH. */
public final class ValidationBenchmark implements Benchmark {
  private static final double MOST_OF_PARSING = 2;

  @Override
  public String name() {
    return "validation";
  }

  @Override
  public String description() {
    return "compiled rules beside protovalidate, and refusing a request beside parsing its bytes";
  }

  @Override
  public List<Figure> run(Workplace workplace) throws RunnerException {
    Collection<RunResult> results = new Runner(options()).run();
    List<Figure> figures = new ArrayList<>();
    for (ValidRequest request : ValidRequest.values()) {
      double compiled = microseconds(results, "Validation.compiled", request);
      double interpreted = microseconds(results, "Validation.interpreted", request);
      figures.add(Figure.reported(request.text(), compiled, "us"));
      figures.add(Figure.reported("  by protovalidate", interpreted, "us"));
    }
    for (RefusedRequest request : RefusedRequest.values()) {
      double refuse = microseconds(results, "Refusal.refuse", request);
      double parse = microseconds(results, "Refusal.parse", request);
      figures.add(Figure.reported(request.text() + ", refused", refuse, "us"));
      figures.add(Figure.reported("  parsed", parse, "us"));
      figures.add(Figure.atMost("  refused / parsed", refuse / parse, "ratio", MOST_OF_PARSING));
    }
    return figures;
  }

  private static Options options() {
    return new OptionsBuilder()
        .include(Validation.class.getName() + "\\.")
        .include(Refusal.class.getName() + "\\.")
        .forks(1)
        .warmupIterations(5)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(5)
        .measurementTime(TimeValue.milliseconds(500))
        .verbosity(VerboseMode.SILENT)
        .build();
  }

  private static double microseconds(
      Collection<RunResult> results, String method, Enum<?> request) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
        .filter(result -> result.getParams().getParam("request").equals(request.name()))
        .mapToDouble(result -> result.getPrimaryResult().getScore())
        .findFirst()
        .orElseThrow();
  }
}
