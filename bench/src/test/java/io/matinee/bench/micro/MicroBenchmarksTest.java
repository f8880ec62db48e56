package io.matinee.bench.micro;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.bench.validation.Refusal;
import io.matinee.bench.validation.Validation;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

class MicroBenchmarksTest {
  @Test
  void eachRunsOnce() throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .forks(0)
                    .mode(Mode.SingleShotTime)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();

    assertThat(results.stream().map(result -> result.getParams().getBenchmark()).distinct())
        .containsAll(benchmarksOf(DotProducts.class))
        .containsAll(benchmarksOf(BestOfScores.class))
        .containsAll(benchmarksOf(RequestDecoding.class))
        .containsAll(benchmarksOf(VersionDecoding.class))
        .containsAll(benchmarksOf(FoldingIn.class))
        .containsAll(benchmarksOf(Validation.class))
        .containsAll(benchmarksOf(Refusal.class));
  }

  private static List<String> benchmarksOf(Class<?> type) {
    return Stream.of(type.getMethods())
        .filter(method -> method.isAnnotationPresent(Benchmark.class))
        .map(method -> type.getName() + "." + method.getName())
        .toList();
  }
}
