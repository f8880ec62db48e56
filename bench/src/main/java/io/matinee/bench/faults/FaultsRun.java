package io.matinee.bench.faults;

import io.matinee.bench.Figure;
import io.matinee.bench.Figures;
import io.matinee.bench.MachineSpeed;
import io.matinee.bench.RunOptions;
import java.io.IOException;
import java.util.List;

/**
 * The parts of a run, one after the other on the same suite.
 *
 * @param tested the suite
 * @param report hears of each fault
 * @param options size, seed, and what to run
 */
record FaultsRun(TestedSuite tested, Report report, RunOptions options) {
  private static final int CALLS = 5_000;
  private static final int KILLS = 10;

  /** Runs the parts that are asked for: calls, floods, stored, neighbours, kills. */
  List<Figure> run() throws IOException, InterruptedException {
    Figures figures = new Figures();
    if (!options.cases().isEmpty()) {
      figures.addAll(mutated().run(options.seed(), options.cases()));
    }
    if (options.wants("calls")) {
      figures.addAll(mutated().run(options.seed(), options.times(CALLS)));
    }
    if (options.wants("floods")) {
      MachineSpeed speed = MachineSpeed.measure();
      figures.add(speed.figure());
      figures.addAll(new Floods(tested, report, speed, options).run());
    }
    if (options.wants("stored")) {
      figures.addAll(new StoredMessages(tested).run());
    }
    if (options.wants("neighbours")) {
      figures.addAll(new BadNeighbour(tested).run());
    }
    if (options.wants("kills")) {
      figures.addAll(new Kills(tested, report, options.seed()).run(options.times(KILLS)));
    }
    return figures.all();
  }

  private MutatedCalls mutated() {
    return new MutatedCalls(tested.suite(), tested.checkup(), tested.loops(), report);
  }
}
