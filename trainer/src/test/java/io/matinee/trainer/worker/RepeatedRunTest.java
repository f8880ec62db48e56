package io.matinee.trainer.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.Manifest;
import io.matinee.model.split.HashHoldOut;
import io.matinee.trainer.algorithm.AlgorithmCatalogue;
import io.matinee.trainer.algorithm.AlgorithmDescription;
import io.matinee.trainer.algorithm.KeptChoice;
import io.matinee.trainer.algorithm.SmallRatings;
import io.matinee.trainer.algorithm.Task;
import io.matinee.trainer.store.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The same run makes the same bytes, in another process and with another number of threads. */
@Tag("process")
@Tag("tensorflow")
class RepeatedRunTest {

  static final List<String> ALGORITHMS =
      AlgorithmCatalogue.all().stream().map(AlgorithmDescription::id).toList();

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws Exception {
    ParquetFiles.writeRatings(
        SmallRatings.twoTastes(120, 50, 3), folder.resolve(WorkerRuns.RATINGS));
    ParquetFiles.writeCatalogue(folder.resolve(WorkerRuns.CATALOGUE));
  }

  @ParameterizedTest
  @FieldSource("ALGORITHMS")
  void makesTheSameBlobsWithOneThreadAndWithTwo(String algorithm) throws Exception {
    List<BlobReference> alone = blobs(algorithm, 1);

    assertThat(alone).isNotEmpty().isEqualTo(blobs(algorithm, 2));
  }

  private List<BlobReference> blobs(String algorithm, int threads) throws Exception {
    Path staging = Files.createDirectory(folder.resolve("threads-" + threads));
    Path log = folder.resolve(threads + ".log");
    Process process =
        WorkerCommandLine.start(
            List.of("-XX:ActiveProcessorCount=" + threads), write(algorithm, staging), log);
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    return Manifest.fromJson(Files.readString(staging.resolve(Manifest.FILE_NAME))).blobs();
  }

  private Path write(String algorithm, Path staging) throws Exception {
    boolean ranks = AlgorithmCatalogue.find(algorithm).orElseThrow().tasks().contains(Task.RANKING);
    KeptChoice choice = new KeptChoice(algorithm, Map.of());
    RunSpec spec =
        WorkerRuns.spec(
            folder, staging, ranks ? choice : null, ranks ? null : choice, new HashHoldOut(.2, ""));
    return Files.writeString(folder.resolve("run.json"), Json.write(spec));
  }
}
