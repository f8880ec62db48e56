package io.matinee.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.bench.Figure;
import io.matinee.bench.RunOptions;
import io.matinee.cli.suite.Repository;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code bench faults}: nothing that a client does takes a service away. */
@Tag("external")
class FaultsTest {
  private static final long SEED = 1;

  @Test
  void nothingThatAClientSendsOrFailsToReadTakesAServiceAway(
      @TempDir Path scratch, TestReporter reporter) throws Exception {
    List<Figure> figures =
        FaultsBenchmark.run(Repository.root(), scratch, new RunOptions(1, SEED, List.of()));

    figures.forEach(figure -> reporter.publishEntry(figure.line()));
    // Times are for the benchmark to judge, on a machine that does nothing else.
    assertThat(figures)
        .filteredOn(figure -> figure.unit().equals("ms") ? isUnknown(figure) : !figure.holds())
        .extracting(Figure::line)
        .isEmpty();
  }

  private static boolean isUnknown(Figure figure) {
    return Double.isNaN(figure.value());
  }
}
