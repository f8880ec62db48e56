package io.matinee.bench.size;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.Movie;
import io.matinee.model.memory.LittleEndian;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.ratings.Rows;
import io.matinee.model.scoring.BiasModel;
import io.matinee.model.scoring.BiasObjective;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorObjective;
import io.matinee.model.snapshot.Manifest;
import io.matinee.model.snapshot.ManifestDraft;
import io.matinee.model.snapshot.ScorerManifest;
import io.matinee.model.snapshot.SnapshotContent;
import io.matinee.model.snapshot.SnapshotWriter;
import io.matinee.model.split.NoHoldOut;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A version of random numbers of any size: every user rated as many movies, and movies that come
 * first have the longer vectors, as movies have that are rated often. The ratings go through a
 * file, so that they take no heap.
 *
 * @param users how many users
 * @param movies how many movies, a multiple of {@code ratingsAUser}
 * @param ratingsAUser how many movies each of them rated
 * @param dimension the length of the ranking vectors
 */
public record MadeUpVersion(int users, int movies, int ratingsAUser, int dimension) {
  private static final RatingScale SCALE = RatingScale.MOVIELENS_HALF_STARS;
  private static final FactorObjective RANKING = new FactorObjective.Implicit(.1, 0, 10, 0);
  private static final BiasObjective RATING = new BiasObjective.DampedMeans(15);
  private static final double LENGTHS_FALL = .3;
  private static final double DEVIATION = .3;
  private static final List<String> GENRES =
      List.of("Action", "Comedy", "Crime", "Drama", "Horror", "Romance", "Sci-Fi", "Thriller");
  private static final float[] NONE = {};

  /** Writes the blobs and the manifest into a folder, which is made; returns what they are. */
  public Manifest write(Path folder, long seed) throws IOException {
    Files.createDirectories(folder);
    Path scratch = folder.resolve("ratings.scratch");
    try (Arena arena = Arena.ofShared()) {
      SplittableRandom random = new SplittableRandom(seed);
      IdDictionary movieIds = ids(movies);
      RatingsMatrix training =
          RatingsMatrix.ofRows(ids(users), movieIds, rows(scratch, arena, random));
      List<Movie> described = IntStream.range(0, movies).mapToObj(MadeUpVersion::movie).toList();
      return SnapshotWriter.write(
          folder,
          new SnapshotContent(
              draft(),
              Catalogue.of(movieIds, described, training),
              training,
              RatingsMatrix.builder(training.users(), movieIds).build(),
              Optional.of(ranking(random)),
              Optional.of(rating(random))));
    } finally {
      Files.deleteIfExists(scratch);
    }
  }

  /** The movies of a row lie in as many equal parts of the catalogue, one in each. */
  private Rows rows(Path scratch, Arena arena, SplittableRandom random) throws IOException {
    long cells = (long) users * ratingsAUser;
    long bytes = cells * Integer.BYTES;
    MemorySegment memory = map(scratch, 2 * bytes, arena);
    MemorySegment movieAt = memory.asSlice(0, bytes);
    MemorySegment ratingAt = memory.asSlice(bytes);
    int part = movies / ratingsAUser;
    for (long cell = 0; cell < cells; cell++) {
      int movie = (int) (cell % ratingsAUser) * part + random.nextInt(part);
      movieAt.setAtIndex(LittleEndian.INT, cell, movie);
      ratingAt.setAtIndex(LittleEndian.FLOAT, cell, (1 + random.nextInt(10)) / 2f);
    }
    long[] starts = new long[users + 1];
    Arrays.setAll(starts, user -> (long) user * ratingsAUser);
    MemorySegment none = MemorySegment.ofArray(new long[0]);
    return new Rows(MemorySegment.ofArray(starts), movieAt, ratingAt, none);
  }

  private static MemorySegment map(Path file, long bytes, Arena arena) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
    }
  }

  private FactorModel ranking(SplittableRandom random) {
    float[] movieFactors = gaussians(movies * dimension, random);
    for (int index = 0; index < movieFactors.length; index++) {
      movieFactors[index] *= (float) Math.pow(1.0 + index / dimension, -LENGTHS_FALL);
    }
    float[] userFactors = gaussians(users * dimension, random);
    return new FactorModel(dimension, movieFactors, userFactors, NONE, NONE, 0, SCALE, RANKING);
  }

  private BiasModel rating(SplittableRandom random) {
    return new BiasModel(gaussians(movies, random), gaussians(users, random), 3.5f, SCALE, RATING);
  }

  private static float[] gaussians(int count, SplittableRandom random) {
    float[] numbers = new float[count];
    for (int index = 0; index < count; index++) {
      numbers[index] = (float) (DEVIATION * random.nextGaussian());
    }
    return numbers;
  }

  private static Movie movie(int index) {
    String id = Integer.toString(index + 1);
    int genres = GENRES.size();
    int another = 1 + index / genres % (genres - 1);
    return new Movie(
        id,
        "Film " + id,
        1920 + index % 100,
        List.of(GENRES.get(index % genres), GENRES.get((index + another) % genres)),
        List.of("tag " + index % 97, "tag " + index % 89, "tag " + index % 83),
        "",
        "tt" + (100_000 + index),
        Integer.toString(200_000 + index));
  }

  private static IdDictionary ids(int count) {
    return IdDictionary.of(IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList());
  }

  private ManifestDraft draft() {
    return new ManifestDraft(
        "datasets/made-up/versions/1",
        0,
        SCALE,
        true,
        new NoHoldOut(),
        Optional.of(ScorerManifest.of("als", Map.of(), RANKING, List.of(), Map.of())),
        Optional.of(ScorerManifest.of("baseline", Map.of(), RATING, List.of(), Map.of())),
        true,
        1,
        "cpu",
        Map.of(),
        Instant.EPOCH);
  }
}
