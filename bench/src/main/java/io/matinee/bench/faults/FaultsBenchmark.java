package io.matinee.bench.faults;

import io.matinee.bench.Benchmark;
import io.matinee.bench.Figure;
import io.matinee.bench.RunOptions;
import io.matinee.bench.Workplace;
import io.matinee.cli.suite.SuiteHome;
import java.nio.file.Path;
import java.util.List;

/** Odd calls, floods and kills against the packaged services: what they take, and what is lost. */
public final class FaultsBenchmark implements Benchmark {
  @Override
  public String name() {
    return "faults";
  }

  @Override
  public String description() {
    return "odd calls, floods and kills against the suite: INTERNAL, services and ratings lost, others' p99";
  }

  @Override
  public List<Figure> run(Workplace workplace) throws Exception {
    return run(workplace.root(), workplace.scratch(), workplace.options());
  }

  /**
   * Runs all parts, or those asked for, or single cases of the odd calls.
   *
   * @param root the repository, whose modules are built
   * @param scratch an empty folder
   * @param options size, seed, and what to run
   */
  public static List<Figure> run(Path root, Path scratch, RunOptions options) throws Exception {
    try (TestedSuite tested = TestedSuite.start(root, new SuiteHome(scratch.resolve("home")))) {
      return new FaultsRun(tested, new Report(System.err), options).run();
    }
  }
}
