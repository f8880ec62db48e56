package io.matinee.trainer.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.durable.Folders;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.OperationFailure;
import io.matinee.trainer.query.QueryEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever becomes of small files, an import is refused for what they say, or says what the oracle
 * says. {@code -Dimport.mutations=100000} imports more of them, from {@code -Dimport.first} on.
 */
class MutatedImportTest {
  private static final int FIRST = Integer.getInteger("import.first", 0);
  private static final int MUTATIONS = Integer.getInteger("import.mutations", 200);
  private static final int WHOLE_IMPORTS = 15;

  @TempDir Path folder;

  @Test
  void isRefusedOrSaysWhatTheOracleSays() throws Exception {
    int imported = 0;
    Path staging = folder.resolve("staging");
    try (QueryEngine engine = QueryEngine.open(folder, 256)) {
      OracleCheck check = new OracleCheck(engine, staging);
      for (int seed = FIRST; seed < FIRST + MUTATIONS; seed++) {
        MutatedImport mutated = MutatedImport.of(seed);
        Path here = Files.createDirectories(folder.resolve("input"));
        Files.createDirectories(staging);
        try {
          imported += check.imports(mutated, mutated.writeTo(here)) ? 1 : 0;
        } catch (Exception | AssertionError wrong) {
          throw new AssertionError("seed %d: %s".formatted(seed, mutated), wrong);
        }
        Folders.delete(here);
        Folders.delete(staging);
      }
    }
    assertThat(imported).isBetween(MUTATIONS / 5, MUTATIONS - 1);
  }

  @Test
  void leavesNothingInTheStaging() throws Exception {
    try (ImportBench bench = new ImportBench(folder.resolve("home"))) {
      for (int seed = FIRST; seed < FIRST + WHOLE_IMPORTS; seed++) {
        MutatedImport mutated = MutatedImport.of(seed);
        Path here = Files.createDirectories(folder.resolve("input"));
        Operation ended = bench.run(ImportBench.request(mutated.writeTo(here)));
        assertThat(ended.failure().map(OperationFailure::reason))
            .as("seed %d: %s", seed, mutated)
            .isNotEqualTo(Optional.of(Reason.INTERNAL));
        for (Path left : List.of(bench.home.staging(), bench.home.temporary())) {
          assertThat(left).isEmptyDirectory();
        }
        Folders.delete(here);
      }
    }
  }
}
