package io.matinee.trainer.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.snapshot.BlobRole;
import io.matinee.model.snapshot.Manifest;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.model.split.HoldOut;
import io.matinee.model.split.StoredSplit;
import io.matinee.trainer.algorithm.Cancellation;
import io.matinee.trainer.algorithm.DeviceChoice;
import io.matinee.trainer.algorithm.KeptChoice;
import io.matinee.trainer.algorithm.SmallRatings;
import io.matinee.trainer.store.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs of a worker on small ratings, in this process. */
abstract class WorkerRuns {
  static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  static final String RATINGS = "a".repeat(64);
  static final String CATALOGUE = "c".repeat(64);
  static final String HELD_OUT = "e".repeat(64);
  static final KeptChoice ALS = new KeptChoice("als", Map.of("dimensions", "4", "iterations", "3"));
  static final KeptChoice BASELINE = new KeptChoice("baseline", Map.of());

  @TempDir Path folder;
  final RatingsMatrix ratings = SmallRatings.twoTastes(40, 30, 3);

  @BeforeEach
  void writeFiles() throws Exception {
    ParquetFiles.writeRatings(ratings, folder.resolve(RATINGS));
    ParquetFiles.writeCatalogue(folder.resolve(CATALOGUE));
    Files.createDirectory(folder.resolve("staging"));
  }

  void assertFailed(Outcome outcome, String reason, String part) {
    assertThat(outcome.status()).isNotZero();
    assertThat(outcome.events().getLast())
        .isInstanceOfSatisfying(
            ProgressEvent.Failed.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(reason);
              assertThat(failed.message()).contains(part);
            });
    assertThat(folder.resolve("staging").resolve(Manifest.FILE_NAME)).doesNotExist();
  }

  RunSpec spec(@Nullable KeptChoice ranking, @Nullable KeptChoice rating, HoldOut holdOut) {
    return spec(folder, folder.resolve("staging"), ranking, rating, holdOut);
  }

  /** A run over the files of a folder that lays its snapshot down in another. */
  static RunSpec spec(
      Path files,
      Path staging,
      @Nullable KeptChoice ranking,
      @Nullable KeptChoice rating,
      HoldOut holdOut) {
    return spec(files, staging, ranking, rating, holdOut, DeviceChoice.AUTO);
  }

  static RunSpec spec(
      Path files,
      Path staging,
      @Nullable KeptChoice ranking,
      @Nullable KeptChoice rating,
      HoldOut holdOut,
      DeviceChoice device) {
    return new RunSpec(
        "run-1",
        staging.toUri(),
        files.toUri(),
        RATINGS,
        CATALOGUE,
        "datasets/two-tastes/versions/1",
        5,
        RatingScale.MOVIELENS_HALF_STARS,
        true,
        holdOut,
        holdOut instanceof StoredSplit ? HELD_OUT : null,
        ranking,
        rating,
        11,
        device,
        Duration.ZERO);
  }

  Snapshot open() throws IOException {
    return Snapshot.open(
        manifest(),
        blob -> folder.resolve("staging").resolve(blob.name()),
        EnumSet.allOf(BlobRole.class));
  }

  Path write(RunSpec spec) throws IOException {
    return Files.writeString(folder.resolve("run.json"), Json.write(spec));
  }

  Outcome run(RunSpec spec) throws IOException {
    return run(spec, new ByteArrayOutputStream());
  }

  Outcome run(RunSpec spec, ByteArrayOutputStream output) throws IOException {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    int status =
        Worker.run(
            write(spec),
            new PrintStream(output, true, StandardCharsets.UTF_8),
            clock,
            new Cancellation());
    return outcome(status, output.toString(StandardCharsets.UTF_8));
  }

  Manifest manifest() throws IOException {
    return Manifest.fromJson(
        Files.readString(folder.resolve("staging").resolve(Manifest.FILE_NAME)));
  }

  /** Every line has to be an event, the last words of a JVM without memory apart. */
  static Outcome outcome(int status, String output) {
    List<ProgressEvent> events =
        output
            .lines()
            .filter(line -> !line.startsWith("Terminating due to java.lang.OutOfMemoryError"))
            .map(line -> Json.read(line, ProgressEvent.class))
            .toList();
    return new Outcome(status, events);
  }

  /**
   * How a run ended.
   *
   * @param status the exit status
   * @param events what it said
   */
  record Outcome(int status, List<ProgressEvent> events) {}
}
