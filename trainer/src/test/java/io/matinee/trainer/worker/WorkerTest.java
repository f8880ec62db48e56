package io.matinee.trainer.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.catalogue.Movie;
import io.matinee.model.durable.Folders;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.snapshot.BlobRole;
import io.matinee.model.snapshot.Lack;
import io.matinee.model.snapshot.Manifest;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.model.split.HashHoldOut;
import io.matinee.model.split.HoldOut;
import io.matinee.model.split.LastPerUser;
import io.matinee.model.split.LastShare;
import io.matinee.model.split.NoHoldOut;
import io.matinee.model.split.StoredSplit;
import io.matinee.model.split.TimeCut;
import io.matinee.trainer.algorithm.Cancellation;
import io.matinee.trainer.algorithm.KeptChoice;
import io.matinee.trainer.algorithm.SmallRatings;
import io.matinee.trainer.store.Json;
import io.matinee.trainer.worker.ProgressEvent.Stage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of a worker, in this process and as one of their own. */
class WorkerTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final String RATINGS = "a".repeat(64);
  private static final String CATALOGUE = "c".repeat(64);
  private static final String HELD_OUT = "e".repeat(64);
  private static final KeptChoice ALS =
      new KeptChoice("als", Map.of("dimensions", "4", "iterations", "3"));
  private static final KeptChoice BASELINE = new KeptChoice("baseline", Map.of());

  @TempDir private Path folder;

  private final RatingsMatrix ratings = SmallRatings.twoTastes(40, 30, 3);

  @BeforeEach
  void writeFiles() throws Exception {
    ParquetFiles.writeRatings(ratings, folder.resolve(RATINGS));
    ParquetFiles.writeCatalogue(folder.resolve(CATALOGUE));
    Files.createDirectory(folder.resolve("staging"));
  }

  @Test
  void trainsBothScorersAndWritesTheSnapshot() throws IOException {
    Outcome outcome = run(spec(ALS, BASELINE, new HashHoldOut(.2, "")));

    assertThat(outcome.status()).isZero();
    assertThat(outcome.events().getFirst())
        .isEqualTo(new ProgressEvent.StageStarted(Stage.PREPARING, null));
    assertThat(outcome.events())
        .contains(
            new ProgressEvent.StageStarted(Stage.TRAINING, "als"),
            new ProgressEvent.StageStarted(Stage.TRAINING, "baseline"),
            new ProgressEvent.StageStarted(Stage.EXPORTING, null));
    assertThat(outcome.events()).filteredOn(ProgressEvent.EpochEnded.class::isInstance).hasSize(3);
    assertThat(outcome.events().getLast()).isEqualTo(new ProgressEvent.Done());

    Manifest manifest = manifest();
    assertThat(manifest.ratingCount() + manifest.heldOutCount()).isEqualTo(ratings.ratingCount());
    assertThat(manifest.heldOutCount()).isBetween(60, 180);
    assertThat(manifest.ranking().orElseThrow().learningCurve()).hasSize(3);
    assertThat(manifest.rating().orElseThrow().algorithm()).isEqualTo("baseline");
    assertThat(manifest.createTime()).isEqualTo(NOW);
    assertThat(manifest.ranking().orElseThrow().traits().lacks()).containsExactly(Lack.RATINGS);
    assertThat(manifest.rating().orElseThrow().traits().lacks()).containsExactly(Lack.VECTORS);
    assertThat(manifest.device()).isEqualTo("cpu");
    assertThat(manifest.servable()).isTrue();
    assertThat(manifest.seed()).isEqualTo(11);
  }

  @Test
  void theSnapshotHoldsTheRatingsAndTheMovies() throws IOException {
    long middle = 1_000_000_020L;
    run(spec(ALS, BASELINE, new TimeCut(middle)));

    try (Snapshot snapshot = open()) {
      assertThat(snapshot.catalogue().movie(0))
          .isEqualTo(
              new Movie(
                  "0",
                  "Alien",
                  1979,
                  List.of("Horror", "Sci-Fi"),
                  List.of(),
                  "In space.",
                  "0078748",
                  "348"));
      assertThat(snapshot.catalogue().movie(1).title()).isEmpty();
      RatingsMatrix seen = snapshot.seen();
      assertThat(seen.userRatingCount(19)).isEqualTo(ratings.userRatingCount(19));
      assertThat(seen.userRatingCount(20)).isZero();
      assertThat(manifest().userCount()).isEqualTo(40);
      assertThat(manifest().trainedUserCount()).isEqualTo(20);
      assertThat(snapshot.heldOut().userRatingCount(20)).isEqualTo(ratings.userRatingCount(20));
      assertThat(seen.ratingAt(seen.userStart(3)))
          .isEqualTo(ratings.ratingAt(ratings.userStart(3)));
      assertThat(snapshot.ranking().orElseThrow().movieVectors().orElseThrow().dimension())
          .isEqualTo(4);
      assertThat(snapshot.rating().orElseThrow().rating()).isPresent();
    }
  }

  @Test
  void saysWhichAlgorithmIsUnknown() throws IOException {
    Outcome outcome = run(spec(new KeptChoice("svd", Map.of()), null, new HashHoldOut(.2, "")));

    assertFailed(outcome, "UNKNOWN_ALGORITHM", "svd");
  }

  @Test
  void saysWhichSettingIsWrong() throws IOException {
    KeptChoice tooLarge = new KeptChoice("als", Map.of("dimensions", "9999"));

    assertFailed(
        run(spec(tooLarge, null, new HashHoldOut(.2, ""))),
        "HYPER_PARAMETER_INVALID",
        "dimensions");
  }

  @Test
  void holdsTheLastRatingsOfEachUserOut() throws IOException {
    run(spec(ALS, null, new LastPerUser(2)));

    try (Snapshot snapshot = open()) {
      for (int user = 0; user < ratings.userCount(); user++) {
        assertThat(snapshot.heldOut().userRatingCount(user)).isEqualTo(2);
        assertThat(snapshot.seen().userRatingCount(user))
            .isEqualTo(ratings.userRatingCount(user) - 2);
      }
    }
    assertThat(manifest().splitDigest()).isEqualTo(new LastPerUser(2).digest());
  }

  @Test
  void holdsWhatAStoredSplitSaysOutWhateverTheRatingsHaveOfIt() throws Exception {
    IdDictionary users = IdDictionary.of(List.of("0", "new"));
    IdDictionary movies =
        IdDictionary.of(List.of(ratings.movies().id(ratings.movieAt(0)), "only-here"));
    int known = movies.indexOf(ratings.movies().id(ratings.movieAt(0)));
    ParquetFiles.writeRatings(
        RatingsMatrix.builder(users, movies)
            .add(0, known, 1.5f, 77)
            .add(0, 1 - known, 2, 78)
            .add(1, known, 3, 79)
            .build(),
        folder.resolve(HELD_OUT));
    StoredSplit split = StoredSplit.of("datasets/two-tastes/splits/test", "d".repeat(64));

    assertThat(run(spec(ALS, BASELINE, split)).status()).isZero();

    assertThat(manifest().holdOut()).isEqualTo(split.lacking(2));
    assertThat(manifest().splitDigest()).isEqualTo("d".repeat(64));
    assertThat(manifest().ratingCount()).isEqualTo(ratings.ratingCount() - 1);
    try (Snapshot snapshot = open()) {
      RatingsMatrix heldOut = snapshot.heldOut();
      int user = heldOut.users().indexOf("0");
      int position = heldOut.find(user, heldOut.movies().indexOf(movies.id(known)));
      assertThat(heldOut.ratingCount()).isEqualTo(3);
      assertThat(heldOut.ratingAt(position)).isEqualTo(1.5f);
      assertThat(snapshot.seen().contains(user, heldOut.movieAt(position))).isFalse();
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "no other system has a device that is full")
  void saysThatTheDiskIsFull() throws IOException {
    Files.createSymbolicLink(
        folder.resolve("staging").resolve(Manifest.FILE_NAME + ".partial"), Path.of("/dev/full"));

    Outcome outcome = run(spec(null, BASELINE, new NoHoldOut()));

    assertFailed(outcome, "STORAGE_FULL", "free space in its home and repeat");
  }

  @Test
  void refusesAHoldOutThatTakesNothing() throws IOException {
    for (HoldOut nothing : List.of(new TimeCut(4_000_000_000L), new LastShare(1e-9))) {
      assertFailed(run(spec(ALS, null, nothing)), "NOTHING_HELD_OUT", "--hold-out none");
    }
  }

  @Test
  void refusesToHoldOutByTimesThatAreNotThere() throws Exception {
    IdDictionary ids = IdDictionary.of(List.of("1", "2"));
    ParquetFiles.writeRatings(
        RatingsMatrix.builder(ids, ids).add(0, 0, 4, 1).add(1, 1, 5, 0).build(),
        folder.resolve(RATINGS));

    for (HoldOut byTime : List.of(new LastPerUser(1), new TimeCut(1))) {
      assertFailed(
          run(spec(null, BASELINE, byTime)), "NO_TIMESTAMPS", "which 1 ratings do not have");
    }
  }

  @Test
  void refusesAHoldOutThatLeavesNothing() throws IOException {
    assertFailed(run(spec(ALS, null, new TimeCut(1))), "NO_RATINGS", "hold-out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"als", "ease"})
  void refusesRatingsOfWhichNoneIsALikeNamingTheSettingThatHelps(String id) throws Exception {
    IdDictionary ids = IdDictionary.of(List.of("1", "2", "3"));
    RatingsMatrix oneToThree =
        RatingsMatrix.builder(ids, ids)
            .add(0, 0, 1, 1)
            .add(0, 1, 3, 1)
            .add(1, 1, 3, 1)
            .add(2, 2, 2, 9)
            .build();
    ParquetFiles.writeRatings(oneToThree, folder.resolve(RATINGS));
    KeptChoice mended = new KeptChoice(id, Map.of("minimum-rating", "3"));

    assertFailed(
        run(spec(new KeptChoice(id, Map.of()), null, new TimeCut(5))),
        "NO_RATINGS",
        "set minimum-rating to at most 3.0");
    assertThat(run(spec(mended, null, new TimeCut(5))).status()).isZero();
  }

  @Test
  void saysThatAFileIsNoParquet() throws IOException {
    Files.writeString(folder.resolve(RATINGS), "not parquet");

    assertFailed(run(spec(ALS, null, new HashHoldOut(.2, ""))), "IMPORT_UNREADABLE", RATINGS);
  }

  @Test
  void saysThatABlobIsMissing() throws IOException {
    Files.delete(folder.resolve(CATALOGUE));

    assertFailed(run(spec(ALS, null, new HashHoldOut(.2, ""))), "BLOB_NOT_FOUND", CATALOGUE);
  }

  @Test
  void endsWithoutAStagingAndNeverMakesOne() throws IOException {
    Path staging = folder.resolve("staging");
    Files.delete(staging);

    assertThat(run(spec(ALS, BASELINE, new HashHoldOut(.2, ""))).status()).isNotZero();
    assertThat(staging).doesNotExist();
  }

  @Test
  void endsWhenItsStagingIsDeletedMeanwhileAndNeverMakesItAgain() throws IOException {
    Path staging = folder.resolve("staging");
    Outcome outcome =
        run(
            spec(ALS, BASELINE, new HashHoldOut(.2, "")),
            new ByteArrayOutputStream() {
              @Override
              public void flush() throws IOException {
                if (toString(StandardCharsets.UTF_8).contains(Stage.EXPORTING.name())) {
                  Folders.delete(staging);
                }
              }
            });

    assertThat(outcome.status()).isNotZero();
    assertThat(staging).doesNotExist();
  }

  @Test
  @Tag("process")
  void aProcessEndsWithZeroAndSpeaksOnlyEvents() throws Exception {
    Outcome outcome = runProcess("256m", spec(ALS, BASELINE, new HashHoldOut(.2, "")));

    assertThat(outcome.status()).isZero();
    assertThat(outcome.events().getLast()).isEqualTo(new ProgressEvent.Done());
    assertThat(folder.resolve("staging").resolve(Manifest.FILE_NAME)).exists();
  }

  @Test
  @Tag("process")
  void aProcessThatRunsOutOfMemoryEndsWithThreeAndWithoutAManifest() throws Exception {
    KeptChoice huge = new KeptChoice("als", Map.of("dimensions", "1024"));
    Outcome outcome = runProcess("14m", spec(huge, null, new HashHoldOut(.2, "")));

    assertThat(outcome.status()).isEqualTo(3);
    assertThat(folder.resolve("staging").resolve(Manifest.FILE_NAME)).doesNotExist();
  }

  @Test
  @Tag("process")
  void aProcessEndsWhenItsTrainerDoes() throws Exception {
    KeptChoice endless = new KeptChoice("als", Map.of("iterations", "1000", "dimensions", "500"));
    Process process =
        startProcess(
            List.of("-D" + Worker.ATTACHED + "=true"),
            spec(endless, null, new HashHoldOut(.2, "")));
    BufferedReader output = process.inputReader();
    awaitEpoch(output);

    process.getOutputStream().close();

    assertThat(process.waitFor()).isEqualTo(TrainerWatch.LEFT_ALONE);
    assertThat(folder.resolve("staging").resolve(Manifest.FILE_NAME)).doesNotExist();
  }

  @Test
  @Tag("process")
  void aProcessThatIsToStopEndsItsTrainingAndSaysSo() throws Exception {
    KeptChoice endless = new KeptChoice("als", Map.of("iterations", "1000", "dimensions", "500"));
    Process process = startProcess(List.of(), spec(endless, null, new HashHoldOut(.2, "")));
    BufferedReader output = process.inputReader();
    awaitEpoch(output);

    process.toHandle().destroy();

    ProgressEvent last = Json.read(output.lines().toList().getLast(), ProgressEvent.class);
    assertThat(last).isEqualTo(new ProgressEvent.Failed("CANCELLED", "The training was stopped."));
    assertThat(process.waitFor()).isNotZero();
    assertThat(folder.resolve("staging").resolve(Manifest.FILE_NAME)).doesNotExist();
  }

  private static void awaitEpoch(BufferedReader output) throws IOException {
    String line;
    do {
      line = output.readLine();
      assertThat(line).as("the worker should train until it is ended").isNotNull();
    } while (!(Json.read(line, ProgressEvent.class) instanceof ProgressEvent.EpochEnded));
  }

  private void assertFailed(Outcome outcome, String reason, String part) {
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

  private RunSpec spec(@Nullable KeptChoice ranking, @Nullable KeptChoice rating, HoldOut holdOut) {
    return new RunSpec(
        "run-1",
        folder.resolve("staging").toUri(),
        folder.toUri(),
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
        11);
  }

  private Snapshot open() throws IOException {
    return Snapshot.open(
        manifest(),
        blob -> folder.resolve("staging").resolve(blob.name()),
        EnumSet.allOf(BlobRole.class));
  }

  private Path write(RunSpec spec) throws IOException {
    return Files.writeString(folder.resolve("run.json"), Json.write(spec));
  }

  private Outcome run(RunSpec spec) throws IOException {
    return run(spec, new ByteArrayOutputStream());
  }

  private Outcome run(RunSpec spec, ByteArrayOutputStream output) throws IOException {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    int status =
        Worker.run(
            write(spec),
            new PrintStream(output, true, StandardCharsets.UTF_8),
            clock,
            new Cancellation());
    return outcome(status, output.toString(StandardCharsets.UTF_8));
  }

  private Outcome runProcess(String memory, RunSpec spec) throws Exception {
    Process process = startProcess(List.of("-Xmx" + memory, "-XX:+ExitOnOutOfMemoryError"), spec);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return outcome(process.waitFor(), output);
  }

  private Process startProcess(List<String> options, RunSpec spec) throws IOException {
    return WorkerCommandLine.start(options, write(spec), folder.resolve("worker.log"));
  }

  private Manifest manifest() throws IOException {
    return Manifest.fromJson(
        Files.readString(folder.resolve("staging").resolve(Manifest.FILE_NAME)));
  }

  /** Every line has to be an event, the last words of a JVM without memory apart. */
  private static Outcome outcome(int status, String output) {
    List<ProgressEvent> events =
        output
            .lines()
            .filter(line -> !line.startsWith("Terminating due to java.lang.OutOfMemoryError"))
            .map(line -> Json.read(line, ProgressEvent.class))
            .toList();
    return new Outcome(status, events);
  }

  private record Outcome(int status, List<ProgressEvent> events) {}
}
