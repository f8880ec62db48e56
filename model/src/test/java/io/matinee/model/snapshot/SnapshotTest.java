package io.matinee.model.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.RatedMovies;
import io.matinee.model.scoring.Scorer;
import io.matinee.model.scoring.ScorerModel;
import io.matinee.model.scoring.UserState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
  private static final Set<BlobRole> ALL = EnumSet.allOf(BlobRole.class);

  @TempDir Path folder;
  private Manifest manifest;

  @BeforeEach
  void write() {
    manifest = SnapshotWriter.write(folder, SmallSnapshot.content());
  }

  @Test
  void leavesOneFileABlobAndTheManifest() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "catalogue",
              "users",
              "seen",
              "held-out",
              "ranking",
              "rating",
              "ranking-saved-model",
              "rating-saved-model",
              "manifest.json");
    }
    String json = Files.readString(folder.resolve("manifest.json"));
    assertThat(Manifest.fromJson(json)).isEqualTo(manifest);
    for (BlobReference blob : manifest.blobs()) {
      Digests.verify(folder.resolve(blob.name()), blob);
    }
  }

  /** Digests of equal folders have to be equal, whenever and wherever they are packed. */
  @Test
  void packsAFolderInTheOrderOfItsFilesAndWithoutTheirTimes() throws IOException {
    Path packed = folder.resolve("ranking-saved-model");
    try (ZipFile zip = new ZipFile(packed.toFile())) {
      List<? extends ZipEntry> entries = Collections.list(zip.entries());
      assertThat(entries).extracting(ZipEntry::getName).containsExactly("a/c", "b");
      assertThat(entries).extracting(ZipEntry::getMethod).containsOnly(ZipEntry.STORED);
      assertThat(entries)
          .extracting(ZipEntry::getTimeLocal)
          .containsOnly(LocalDateTime.of(1980, 1, 1, 0, 0));
      assertThat(zip.getInputStream(entries.getFirst())).hasContent("first");
    }
  }

  @Test
  void countsItsContent() {
    assertThat(manifest.userCount()).isEqualTo(2);
    assertThat(manifest.movieCount()).isEqualTo(3);
    assertThat(manifest.ratingCount()).isEqualTo(3);
    assertThat(manifest.heldOutCount()).isEqualTo(1);
    assertThat(manifest.splitDigest()).isEqualTo(manifest.holdOut().digest());
  }

  @Test
  void givesBackCatalogueUsersAndRatings() {
    try (Snapshot snapshot = open(ALL)) {
      assertThat(snapshot.users().ids()).isEqualTo(SmallSnapshot.USERS.ids());
      for (int movie = 0; movie < 3; movie++) {
        assertThat(snapshot.catalogue().movie(movie))
            .isEqualTo(SmallSnapshot.CATALOGUE.movie(movie));
        assertThat(snapshot.catalogue().ratingCount(movie))
            .isEqualTo(SmallSnapshot.CATALOGUE.ratingCount(movie));
        assertThat(snapshot.catalogue().meanRating(movie))
            .isEqualTo(Double.valueOf(SmallSnapshot.CATALOGUE.meanRating(movie)));
      }
      assertSame(snapshot.seen(), SmallSnapshot.TRAINING);
      assertSame(snapshot.heldOut(), SmallSnapshot.HELD_OUT);
      assertThat(snapshot.seen().timestampAt(0)).isZero();
      assertThat(snapshot.heldOut().timestampAt(0)).isEqualTo(5_000_000_000L);
    }
  }

  @Test
  void scoresFromMappedMemoryAsFromTheHeap() {
    try (Snapshot snapshot = open(ALL)) {
      assertScoresSame(snapshot.ranking().orElseThrow(), SmallSnapshot.RANKING);
      assertScoresSame(snapshot.rating().orElseThrow(), SmallSnapshot.RATING);
    }
  }

  @Test
  void mapsAllThatGrowsWithUsersAndRatings() {
    try (Snapshot snapshot = open(ALL)) {
      assertThat(snapshot.mapped().stream().map(blob -> blob.reference().name()))
          .containsExactlyInAnyOrder("users", "seen", "held-out", "ranking", "rating");
    }
  }

  @Test
  void leavesNothingOfWhatItMappedUsableOnceClosed() {
    Snapshot snapshot = open(ALL);
    snapshot.close();
    assertThatThrownBy(() -> snapshot.users().indexOf("1"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> snapshot.seen().movieAt(0)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> snapshot.heldOut().ratingAt(0))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void readsOnlyWhatWasAskedFor() throws IOException {
    Files.delete(folder.resolve("rating"));
    Files.delete(folder.resolve("seen"));
    try (Snapshot snapshot = open(EnumSet.of(BlobRole.RANKING))) {
      assertThat(snapshot.ranking()).isPresent();
      assertThatThrownBy(snapshot::rating)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("rating was not asked for, only [RANKING]");
      assertThatThrownBy(snapshot::catalogue).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(snapshot::users).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(snapshot::seen).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(snapshot::heldOut).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void refusesRatingsWithoutTheirDictionaries() {
    assertThatThrownBy(() -> open(EnumSet.of(BlobRole.SEEN, BlobRole.USERS)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aVersionThatOnlyRanksHasNoRatingScorer() throws IOException {
    SnapshotContent both = SmallSnapshot.content();
    SnapshotContent ranks =
        new SnapshotContent(
            SmallSnapshot.draft(both.draft().ranking(), Optional.empty()),
            both.catalogue(),
            both.training(),
            both.heldOut(),
            both.ranking(),
            Optional.empty());
    Path other = Files.createDirectory(folder.resolve("other"));
    Manifest written = SnapshotWriter.write(other, ranks);
    try (Snapshot snapshot = Snapshot.open(written, blob -> other.resolve(blob.name()), ALL)) {
      assertThat(snapshot.rating()).isEmpty();
      assertThat(snapshot.ranking()).isPresent();
    }
  }

  @Test
  void readsNeighboursBack() throws IOException {
    SnapshotContent content = SmallSnapshot.ofNeighbours();
    Path other = folder.resolve("other");
    Files.createDirectory(other);
    Manifest written = SnapshotWriter.write(other, content);
    assertThat(written.ranking().orElseThrow().kind()).isEqualTo("neighbours");
    try (Snapshot snapshot = Snapshot.open(written, blob -> other.resolve(blob.name()), ALL)) {
      assertScoresSame(snapshot.ranking().orElseThrow(), SmallSnapshot.NEIGHBOURS);
    }
  }

  @Test
  void readsANetworkBackAndNothingOfItOnceClosed() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    Manifest written = SnapshotWriter.write(other, SmallSnapshot.ofNetwork());
    assertThat(written.rating().orElseThrow().kind()).isEqualTo("network");
    assertThat(Manifest.fromJson(written.toJson())).isEqualTo(written);
    Snapshot snapshot = Snapshot.open(written, blob -> other.resolve(blob.name()), ALL);
    Scorer scorer = snapshot.rating().orElseThrow();
    assertScoresSame(scorer, SmallSnapshot.NETWORK);
    UserState user = scorer.user(0).orElseThrow();
    snapshot.close();
    assertThatThrownBy(() -> scorer.score(user, 0)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> scorer.foldIn(new RatedMovies(new int[] {0}, new float[] {1})))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void freesItsMemoryOnce() {
    Snapshot snapshot = open(ALL);
    Scorer scorer = snapshot.ranking().orElseThrow();
    UserState user = scorer.user(0).orElseThrow();
    snapshot.close();
    snapshot.close();
    assertThatThrownBy(() -> scorer.score(user, 0)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesContentThatDoesNotBelongTogether() {
    SnapshotContent good = SmallSnapshot.content();
    assertThatThrownBy(
            () ->
                new SnapshotContent(
                    good.draft(),
                    good.catalogue(),
                    good.training(),
                    good.heldOut(),
                    Optional.empty(),
                    good.rating()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a snapshot's parts differ in ranking scorer and its description");
  }

  @Test
  void replacesAnOlderSnapshotInTheSameFolder() {
    assertThat(SnapshotWriter.write(folder, SmallSnapshot.content())).isEqualTo(manifest);
  }

  private Snapshot open(Set<BlobRole> roles) {
    return Snapshot.open(manifest, blob -> folder.resolve(blob.name()), roles);
  }

  private static void assertSame(RatingsMatrix found, RatingsMatrix expected) {
    assertThat(found.ratingCount()).isEqualTo(expected.ratingCount());
    for (int user = 0; user < expected.userCount(); user++) {
      assertThat(found.userEnd(user)).isEqualTo(expected.userEnd(user));
    }
    for (int position = 0; position < expected.ratingCount(); position++) {
      assertThat(found.movieAt(position)).isEqualTo(expected.movieAt(position));
      assertThat(found.ratingAt(position)).isEqualTo(expected.ratingAt(position));
    }
  }

  private static void assertScoresSame(Scorer mapped, ScorerModel model) {
    Scorer heap = Scorer.of(model, SmallSnapshot.TRAINING);
    RatedMovies rated = new RatedMovies(new int[] {0, 2}, new float[] {5, 4});
    for (int user = 0; user < SmallSnapshot.USERS.size(); user++) {
      assertSameScores(mapped, mapped.user(user), heap, heap.user(user));
    }
    assertSameScores(mapped, mapped.foldIn(rated), heap, heap.foldIn(rated));
    assertSameScores(mapped, mapped.user(1), heap, mapped.user(1));
  }

  private static void assertSameScores(
      Scorer mapped, Optional<UserState> state, Scorer heap, Optional<UserState> expectedState) {
    assertThat(state.isPresent()).isEqualTo(expectedState.isPresent());
    if (state.isPresent() && expectedState.isPresent()) {
      float[] expected = new float[heap.movieCount()];
      float[] found = new float[mapped.movieCount()];
      heap.scoreAll(expectedState.get(), expected);
      mapped.scoreAll(state.get(), found);
      assertThat(found).isEqualTo(expected);
    }
  }
}
