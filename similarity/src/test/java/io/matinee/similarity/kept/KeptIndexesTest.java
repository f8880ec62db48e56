package io.matinee.similarity.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.durable.Folders;
import io.matinee.runtime.following.DerivedFolders;
import io.matinee.similarity.exact.ExactScan;
import io.matinee.similarity.index.GraphSearch;
import io.matinee.similarity.recall.Recall;
import io.matinee.similarity.vectors.DistinctVectors;
import io.matinee.similarity.vectors.FactorLikeVectors;
import io.matinee.similarity.vectors.Query;
import io.matinee.similarity.vectors.SimilarMovie;
import io.matinee.similarity.vectors.Slice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts at different times, which an index's build time tells apart. */
class KeptIndexesTest {
  /** Fewer than the lanes of any vector, so that each cosine is the same bit for bit. */
  private static final int DIMENSION = 3;

  private static final DistinctVectors VECTORS = vectors(5);
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00.123456789Z");
  private static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");

  @TempDir Path cache;

  @Test
  void takesWhatAnEarlierStartHasBuilt() {
    Started first = start(FIRST);
    Started second = start(LATER);

    assertThat(second).isEqualTo(first);
    assertThat(second.notes().buildTime()).isEqualTo(FIRST);
  }

  @Test
  void findsWhatAComparisonOfAllFinds() {
    start(FIRST);
    List<List<SimilarMovie>> found = start(LATER).neighbours();
    ExactScan scan = new ExactScan(VECTORS);
    Recall recall = new Recall();
    for (int node = 0; node < found.size(); node++) {
      recall.add(scan.find(query(node), 10, Slice.all(VECTORS)), found.get(node));
    }

    assertThat(recall.share()).isGreaterThanOrEqualTo(.99);
  }

  @Test
  void buildsAnewWhenAByteOfAnyFileDiffers() throws IOException {
    Started sound = start(FIRST);
    for (Path file : files()) {
      for (double place : new double[] {0, .5, .999}) {
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) (place * bytes.length)] ^= 4;
        assertBuiltAnew(file, bytes, sound);
      }
    }
  }

  @Test
  void buildsAnewWhenAnyFileIsCut() throws IOException {
    Started sound = start(FIRST);
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      assertBuiltAnew(file, Arrays.copyOf(bytes, bytes.length / 2), sound);
      assertBuiltAnew(file, new byte[0], sound);
    }
  }

  @Test
  void buildsAnewWhenAnyFileIsMissing() throws IOException {
    Started sound = start(FIRST);
    for (Path file : files()) {
      Files.delete(file);
      assertThat(start(LATER).notes().buildTime()).as("without " + file).isEqualTo(LATER);
      assertKept(sound, LATER);
      rebuild();
    }
  }

  @Test
  void buildsAnewWhenTheFolderHoldsTheIndexOfOthers() throws IOException {
    Started sound = start(FIRST);
    DistinctVectors others = vectors(6);
    indexes(FIRST).of(others).close();
    Folders.delete(folder(VECTORS));
    Files.move(folder(others), folder(VECTORS));

    assertThat(start(LATER).neighbours()).isEqualTo(sound.neighbours());
    assertKept(sound, LATER);
  }

  @Test
  void ignoresAndRemovesWhatAnInterruptedStartHasLeft() throws IOException {
    Started sound = start(FIRST);
    Path partial = Path.of(folder(VECTORS) + ".partial");
    Files.move(folder(VECTORS), partial);
    Files.delete(partial.resolve("notes"));

    assertThat(start(LATER).neighbours()).isEqualTo(sound.neighbours());
    assertThat(partial).doesNotExist();
    assertKept(sound, LATER);
  }

  @Test
  void answersFromMemoryWhenNothingCanBeWritten() throws IOException {
    Started sound = start(FIRST);
    Folders.delete(cache.resolve("derived"));
    Files.createFile(cache.resolve("derived"));

    Started unkept = start(LATER);

    assertThat(unkept.notes().buildTime()).isEqualTo(LATER);
    assertThat(unkept.neighbours()).isEqualTo(sound.neighbours());
    assertThat(cache.resolve("derived")).isEmptyFile();
  }

  @Test
  void answersOnWhenItsFolderIsGone() throws IOException {
    Started sound = start(FIRST);
    try (CalibratedIndex index = indexes(LATER).of(VECTORS)) {
      Folders.delete(cache.resolve("derived"));

      assertThat(neighbours(index)).isEqualTo(sound.neighbours());
    }
  }

  private void assertBuiltAnew(Path file, byte[] damaged, Started sound) throws IOException {
    Files.write(file, damaged);
    Started mended = start(LATER);

    assertThat(mended.notes().buildTime()).as("with damage in " + file).isEqualTo(LATER);
    assertThat(mended.neighbours()).isEqualTo(sound.neighbours());
    rebuild();
  }

  /** Checks that the next start takes an index of a time. */
  private void assertKept(Started sound, Instant time) {
    Started next = start(time.plusSeconds(1));
    assertThat(next.notes().buildTime()).isEqualTo(time);
    assertThat(next.neighbours()).isEqualTo(sound.neighbours());
  }

  private void rebuild() throws IOException {
    Folders.delete(cache.resolve("derived"));
    start(FIRST);
  }

  private Started start(Instant time) {
    try (CalibratedIndex index = indexes(time).of(VECTORS)) {
      return new Started(index.notes(), neighbours(index));
    }
  }

  private KeptIndexes indexes(Instant time) {
    Clock clock = Clock.fixed(time, ZoneOffset.UTC);
    return new KeptIndexes(new DerivedFolders(cache, clock), clock);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder(VECTORS))) {
      return files.toList();
    }
  }

  private Path folder(DistinctVectors vectors) {
    return cache.resolve("derived").resolve(IndexKey.of(vectors));
  }

  private static List<List<SimilarMovie>> neighbours(CalibratedIndex index) {
    GraphSearch search =
        new GraphSearch(VECTORS, index.graph(), index.notes().calibration().beam());
    return IntStream.range(0, VECTORS.nodeCount())
        .mapToObj(node -> search.find(query(node), 10, Slice.all(VECTORS)))
        .toList();
  }

  private static Query query(int node) {
    return Query.ofMovie(VECTORS.memberAt(VECTORS.memberStart(node)), VECTORS);
  }

  private static DistinctVectors vectors(long seed) {
    return FactorLikeVectors.distinct(FactorLikeVectors.draw(99, DIMENSION, seed));
  }

  /** What a start has found. */
  private record Started(IndexNotes notes, List<List<SimilarMovie>> neighbours) {}
}
