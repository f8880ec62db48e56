package io.matinee.trainer.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.OperationFailure;
import io.matinee.trainer.dataset.source.ImportRoots;
import io.matinee.trainer.dataset.version.Datasets;
import io.matinee.trainer.operation.TestOperations;
import io.matinee.trainer.store.Staging;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Imports that end before they are done. */
class ImportTroubleTest extends OpenBench {
  private static final String HEADER = "userId,movieId,rating,timestamp\n";

  @Test
  void anErrorEndsTheImportAloneAndNotTheThread() throws Exception {
    Path ratings = Files.writeString(folder.resolve("ratings.csv"), HEADER + "1,10,4.0,100\n");
    InstantSource failing =
        () -> {
          throw new LinkageError("a class is missing");
        };
    Datasets broken = new Datasets(bench.database, failing.withZone(ZoneOffset.UTC));
    ImportRoots roots = new ImportRoots(List.of(folder));
    DatasetImporter importer =
        new DatasetImporter(
            bench.home,
            bench.database,
            bench.blobs,
            broken,
            bench.operations,
            (version, rejected) -> "",
            ImportBench.LIMITS,
            roots);
    for (int attempt = 0; attempt < 2; attempt++) {
      Operation begun = importer.begin(ImportBench.request(ratings));
      Operation ended = TestOperations.ended(bench.operations, begun.id());
      assertThat(ended.failure().orElseThrow().reason()).isEqualTo(Reason.INTERNAL);
    }
  }

  @Test
  void leavesNothingOfAnImportThatIsCancelledAtAnyTime() throws Exception {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int user = 0; user < 5_000; user++) {
      rows.append(user).append(",1,4.0,1\n");
    }
    Path file = write("ratings.csv", rows + "bad\n");
    for (int looks = 0; looks < 2_000; looks = 2 * looks + 1) {
      Operation begun = bench.importer.begin(ImportBench.request(file));
      for (int look = 0; look < looks && !bench.operations.get(begun.id()).ended(); look++) {
        Thread.onSpinWait();
      }
      bench.operations.cancel(begun.id());
      Operation ended = TestOperations.ended(bench.operations, begun.id());
      assertThat(ended.failure().map(OperationFailure::reason).orElse(Reason.CANCELLED))
          .isEqualTo(Reason.CANCELLED);
    }
    bench.imported(file);
    bench.operations.close();
    assertThat(new Staging(bench.home.staging()).folders()).isEmpty();
  }

  private OperationFailure failure(Path file) throws InterruptedException {
    return bench.failure(ImportBench.request(file));
  }
}
