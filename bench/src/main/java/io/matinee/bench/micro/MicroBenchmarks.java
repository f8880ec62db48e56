package io.matinee.bench.micro;

import io.matinee.bench.Benchmark;
import io.matinee.bench.Figure;
import io.matinee.bench.Workplace;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Every JMH benchmark, or those whose names match one of the parts; the size says how many
 * processes measure each.
 */
public final class MicroBenchmarks implements Benchmark {
  @Override
  public String name() {
    return "jmh";
  }

  @Override
  public String description() {
    return "what single steps cost, by JMH: all of them, or those that match a pattern, e.g."
        + " DotProducts";
  }

  @Override
  public List<Figure> run(Workplace workplace) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .forks(workplace.options().times(1))
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(5)
            .measurementTime(TimeValue.milliseconds(500))
            .verbosity(VerboseMode.SILENT);
    workplace.options().parts().forEach(options::include);
    return figures(new Runner(options.build()).run());
  }

  private static List<Figure> figures(Collection<RunResult> results) {
    return results.stream().map(MicroBenchmarks::figure).toList();
  }

  private static Figure figure(RunResult result) {
    Result<?> score = result.getPrimaryResult();
    return Figure.reported(name(result.getParams()), score.getScore(), score.getScoreUnit());
  }

  /** "DotProducts.one dimension=64". */
  private static String name(BenchmarkParams run) {
    String[] words = run.getBenchmark().split("\\.");
    StringBuilder name = new StringBuilder(words[words.length - 2] + "." + words[words.length - 1]);
    run.getParamsKeys().forEach(key -> name.append(" " + key + "=" + run.getParam(key)));
    return name.toString();
  }
}
