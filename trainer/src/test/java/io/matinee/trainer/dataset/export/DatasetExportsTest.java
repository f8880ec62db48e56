package io.matinee.trainer.dataset.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.source.RatingsForm;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.check.DataCheck;
import io.matinee.trainer.dataset.filter.Filtering;
import io.matinee.trainer.dataset.version.DatasetBlob;
import io.matinee.trainer.dataset.version.DatasetManifest;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.dataset.version.ImportCounts;
import io.matinee.trainer.name.DatasetVersionName;
import io.matinee.trainer.query.QueryEngine;
import io.matinee.trainer.store.ExportedFiles;
import io.matinee.trainer.store.FolderBlobStore;
import io.matinee.trainer.store.Staging;
import io.matinee.trainer.store.StoredBlob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports that nobody waits for any more. */
class DatasetExportsTest {
  private static final int MEGABYTES = 200;

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private FolderBlobStore blobs;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private DatasetExports exports;

  @BeforeEach
  void open() throws IOException {
    blobs = new FolderBlobStore(Files.createDirectory(folder.resolve("blobs")), Clock.systemUTC());
    Staging staging = new Staging(Files.createDirectory(folder.resolve("staging")));
    exports = new DatasetExports(blobs, new ExportedFiles(blobs, staging), MEGABYTES);
  }

  @Test
  void oneGivenUpOnItsWayEndsAndLeavesNothing() throws Exception {
    ExportedContent ratings = new ExportedContent.Ratings(version(20_000_000));
    CompletableFuture<Void> givenUp = new CompletableFuture<>();
    CompletableFuture<StoredBlob> exported =
        CompletableFuture.supplyAsync(() -> exports.export(ratings, ExportFormat.CSV, givenUp));
    while (!exported.isDone() && writtenBytes() == 0) {
      Thread.onSpinWait();
    }

    givenUp.complete(null);
    long written = 0;
    while (!exported.isDone()) {
      written = Math.max(written, writtenBytes());
    }

    assertThat(written).as("of some 460 MB").isLessThan(230_000_000);
    assertThatThrownBy(exported::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            MatineeException.class, end -> assertThat(end.reason()).isEqualTo(Reason.CANCELLED));
    assertThat(folder.resolve("staging")).isEmptyDirectory();
    assertThat(Files.list(folder.resolve("blobs"))).hasSize(1);
  }

  @Test
  void oneGivenUpBeforeItsTurnIsNotBegun() throws Exception {
    ExportedContent ratings = new ExportedContent.Ratings(version(10));
    CompletableFuture<Void> gone = CompletableFuture.completedFuture(null);

    assertThatThrownBy(() -> exports.export(ratings, ExportFormat.CSV, gone))
        .isInstanceOf(MatineeException.class);

    assertThat(Files.list(folder.resolve("blobs"))).hasSize(1);
    StoredBlob wanted = exports.export(ratings, ExportFormat.CSV, new CompletableFuture<>());
    assertThat(blobs.size(wanted.sha256())).isEqualTo(wanted.size()).isPositive();
  }

  private long writtenBytes() {
    try (Stream<Path> files = Files.walk(folder.resolve("staging"))) {
      return files
          .filter(file -> file.endsWith("export"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    } catch (IOException | UncheckedIOException gone) {
      return 0;
    }
  }

  private DatasetVersion version(int ratings) throws IOException, SQLException {
    Path file = folder.resolve("ratings.parquet");
    try (QueryEngine engine = QueryEngine.open(folder, MEGABYTES)) {
      engine.run(
          ("COPY (SELECT i // 100 AS user_id, i %% 100 AS movie_id, 4::FLOAT AS rating,"
                  + " i AS timestamp FROM range(%d) AS t(i)) TO %s (FORMAT parquet)")
              .formatted(ratings, QueryEngine.literal(file)));
    }
    StoredBlob stored = blobs.put(file);
    DatasetManifest manifest =
        new DatasetManifest(
            DatasetManifest.FORMAT_VERSION,
            RatingsForm.DELIMITED,
            RatingScale.MOVIELENS_HALF_STARS,
            false,
            "made",
            0,
            0,
            new ImportCounts(ratings, ratings, 0, 0, 0, 0, 0),
            Filtering.NONE,
            DataCheck.NOTHING_COMPARED,
            List.of(),
            List.of(new DatasetBlob(DatasetBlob.RATINGS, stored.sha256(), stored.size())));
    return new DatasetVersion(
        new DatasetVersionName("d", 1), "a".repeat(64), manifest, Instant.EPOCH, Optional.empty());
  }
}
