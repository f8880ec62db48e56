package io.matinee.trainer.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.catalogue.Movie;
import io.matinee.model.durable.Folders;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.snapshot.Lack;
import io.matinee.model.snapshot.Manifest;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.model.split.HashHoldOut;
import io.matinee.model.split.NoHoldOut;
import io.matinee.model.split.TimeCut;
import io.matinee.trainer.algorithm.DeviceChoice;
import io.matinee.trainer.algorithm.KeptChoice;
import io.matinee.trainer.worker.ProgressEvent.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of a worker: what it makes, and what ends it. */
class WorkerTest extends WorkerRuns {
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
  void theScorerOfAPresetRanksAndPredicts() throws IOException {
    RunSpec plain = spec(null, BASELINE, new HashHoldOut(.2, ""));
    RunSpec chosen =
        new RunSpec(
            plain.run(),
            plain.staging(),
            plain.blobs(),
            plain.ratings(),
            plain.catalogue(),
            plain.datasetVersion(),
            plain.ratingsRevision(),
            plain.scale(),
            plain.synthetic(),
            plain.holdOut(),
            plain.heldOut(),
            null,
            plain.rating(),
            "a-preset",
            plain.seed(),
            plain.device(),
            plain.checkpointInterval(),
            null);
    run(chosen);

    assertThat(manifest().rating().orElseThrow().preset()).contains("a-preset");
    assertThat(manifest().ranking()).isEqualTo(manifest().rating());
    try (Snapshot snapshot = open()) {
      assertThat(snapshot.ranking().orElseThrow().rating()).isPresent();
    }
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
                  "Le 8e passager",
                  1979,
                  List.of("Horror", "Sci-Fi"),
                  List.of(),
                  "In space.",
                  "0078748",
                  "348",
                  4_564));
      assertThat(snapshot.catalogue().movie(1).title()).isEqualTo("Undated");
      assertThat(snapshot.catalogue().movie(1).year()).isNull();
      assertThat(snapshot.catalogue().movie(2).title()).isEmpty();
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
  void readsACatalogueWithoutOriginalTitlesAndVotes() throws Exception {
    ParquetFiles.writeCatalogue(
        folder.resolve(CATALOGUE),
        """
        SELECT '0' AS movie_id, 'Alien' AS title, 1979::INTEGER AS year, '' AS genres, '' AS tags,
          '' AS overview, '' AS imdb_id, '348' AS tmdb_id
        """);
    run(spec(ALS, null, new NoHoldOut()));

    try (Snapshot snapshot = open()) {
      assertThat(snapshot.catalogue().movie(0))
          .isEqualTo(new Movie("0", "Alien", 1979, List.of(), List.of(), "", "", "348"));
    }
  }

  @Test
  void saysWhichAlgorithmIsUnknown() throws IOException {
    Outcome outcome = run(spec(new KeptChoice("svd", Map.of()), null, new HashHoldOut(.2, "")));

    assertFailed(outcome, "UNKNOWN_ALGORITHM", "svd");
  }

  /** As the first thing of a run: there is nothing to read, and no word of that. */
  @Test
  void withoutTheGpuThatIsAskedForNothingIsRead() throws IOException {
    Files.delete(folder.resolve(RATINGS));
    KeptChoice factors = new KeptChoice("biased-mf", Map.of());
    HashHoldOut rule = new HashHoldOut(.2, "");
    Path staging = folder.resolve("staging");

    assertFailed(
        run(spec(folder, staging, null, factors, rule, DeviceChoice.GPU)),
        "DEVICE_UNAVAILABLE",
        "GPU");
  }

  @Test
  void theManifestSaysWhatItWasTrainedOn() throws IOException {
    run(spec(ALS, BASELINE, new HashHoldOut(.2, "")));

    assertThat(manifest().device()).isEqualTo("cpu");
    assertThat(manifest().ranking().orElseThrow().traits().device()).isEqualTo("cpu");
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
  @EnabledOnOs(value = OS.LINUX, disabledReason = "no other system has a device that is full")
  void saysThatTheDiskIsFull() throws IOException {
    Files.createSymbolicLink(
        folder.resolve("staging").resolve(Manifest.FILE_NAME + ".partial"), Path.of("/dev/full"));

    Outcome outcome = run(spec(null, BASELINE, new NoHoldOut()));

    assertFailed(outcome, "STORAGE_FULL", "free space in its home and repeat");
  }

  @ParameterizedTest
  @ValueSource(strings = {"als", "auto", "ease", "item-neighbours"})
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
}
