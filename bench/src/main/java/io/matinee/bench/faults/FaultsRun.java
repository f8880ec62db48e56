package io.matinee.bench.faults;

import io.matinee.bench.Figure;
import io.matinee.bench.RunOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a run, one after the other on the same suite.
 *
 * @param tested the suite
 * @param report hears of each fault
 * @param options size, seed, and single cases
 */
record FaultsRun(TestedSuite tested, Report report, RunOptions options) {
  private static final int CALLS = 5_000;

  /** Runs all parts. */
  List<Figure> all() throws IOException, InterruptedException {
    List<Figure> figures = new ArrayList<>();
    figures.addAll(mutated().run(options.seed(), CALLS * options.size()));
    return figures;
  }

  /** Makes single odd calls. */
  List<Figure> cases() throws IOException, InterruptedException {
    return mutated().run(options.seed(), options.cases());
  }

  private MutatedCalls mutated() {
    return new MutatedCalls(tested.suite(), tested.checkup(), tested.loops(), report);
  }
}
