package io.matinee.runtime.testing;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.Movie;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorObjective;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.RatedMovies;
import io.matinee.model.scoring.UserState;
import io.matinee.model.snapshot.Manifest;
import io.matinee.model.snapshot.ManifestDraft;
import io.matinee.model.snapshot.ScorerManifest;
import io.matinee.model.snapshot.SnapshotContent;
import io.matinee.model.snapshot.SnapshotWriter;
import io.matinee.model.split.HashHoldOut;
import io.matinee.model.split.Split;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A small but real model: 12 users ({@code "1"} to {@code "12"}), 20 movies of which one has no
 * rating, ranking vectors whose users are the exact implicit step on their ratings, rating vectors
 * under a sigmoid. Movies of equal genres have equal ranking vectors. Odd users like crime, even
 * ones animation. The same seed gives the same bytes.
 */
public final class TinyModel {
  /** The number of users. */
  public static final int USERS = 12;

  private static final int DIMENSION = 8;
  private static final RatingScale SCALE = RatingScale.MOVIELENS_HALF_STARS;
  private static final HashHoldOut HOLD_OUT = new HashHoldOut(.2, "tiny");
  private static final FactorObjective IMPLICIT = new FactorObjective.Implicit(.1, 0, 10, 0);
  private static final FactorObjective SIGMOID = new FactorObjective.SquaredSigmoid(.05, 0, .05);

  private TinyModel() {}

  /** Writes the model's snapshot into a folder; another seed makes other vectors and ratings. */
  public static Manifest write(Path folder, long seed) {
    return SnapshotWriter.write(folder, content(seed));
  }

  /** Returns the model's content. */
  public static SnapshotContent content(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    IdDictionary users =
        IdDictionary.of(IntStream.rangeClosed(1, USERS).mapToObj(Integer::toString).toList());
    IdDictionary movies = IdDictionary.of(TinyMovies.ALL.stream().map(Movie::id).toList());
    Split split = Split.of(ratings(users, movies, random), HOLD_OUT);
    FactorModel ranking = ranking(split.training(), random);
    FactorModel rating = rating(random);
    return new SnapshotContent(
        draft(ranking, rating, seed),
        Catalogue.of(movies, TinyMovies.ALL, split.training()),
        split.training(),
        split.heldOut(),
        Optional.of(ranking),
        Optional.of(rating));
  }

  private static RatingsMatrix ratings(
      IdDictionary users, IdDictionary movies, RandomGenerator random) {
    RatingsMatrix.Builder ratings = RatingsMatrix.builder(users, movies);
    for (int user = 0; user < USERS; user++) {
      String liked = user % 2 == 0 ? "Crime" : "Animation";
      for (int movie = 0; movie < movies.size() - 1; movie++) {
        boolean likes = TinyMovies.ALL.get(movie).genres().contains(liked);
        if (random.nextDouble() < (likes ? .8 : .4)) {
          float rating = (likes ? 4 : 2) + random.nextInt(3) * .5f;
          ratings.add(user, movie, rating, 1_000_000_000L + 3600L * (user * 100 + movie));
        }
      }
    }
    return ratings.build();
  }

  private static FactorModel ranking(RatingsMatrix training, RandomGenerator random) {
    float[] movieVectors = new float[training.movieCount() * DIMENSION];
    long salt = random.nextLong();
    for (int movie = 0; movie < training.movieCount(); movie++) {
      SplittableRandom ofGenres =
          new SplittableRandom(salt ^ TinyMovies.ALL.get(movie).genres().hashCode());
      fill(movieVectors, movie * DIMENSION, DIMENSION, ofGenres);
    }
    float[] none = {};
    FactorScorer movies =
        FactorScorer.of(
            new FactorModel(DIMENSION, movieVectors, none, none, none, 0, SCALE, IMPLICIT));
    float[] userVectors = new float[training.userCount() * DIMENSION];
    for (int user = 0; user < training.userCount(); user++) {
      UserState state = movies.foldIn(RatedMovies.of(training, user)).orElseGet(movies::nobody);
      System.arraycopy(movies.vector(state).vector(), 0, userVectors, user * DIMENSION, DIMENSION);
    }
    return new FactorModel(DIMENSION, movieVectors, userVectors, none, none, 0, SCALE, IMPLICIT);
  }

  private static FactorModel rating(RandomGenerator random) {
    int movies = TinyMovies.ALL.size();
    return new FactorModel(
        DIMENSION,
        filled(movies * DIMENSION, random),
        filled(USERS * DIMENSION, random),
        filled(movies, random),
        filled(USERS, random),
        .6f,
        SCALE,
        SIGMOID);
  }

  private static float[] filled(int length, RandomGenerator random) {
    float[] values = new float[length];
    fill(values, 0, length, random);
    return values;
  }

  private static void fill(float[] values, int start, int length, RandomGenerator random) {
    for (int i = start; i < start + length; i++) {
      values[i] = (float) (random.nextDouble() - .3);
    }
  }

  private static ManifestDraft draft(FactorModel ranking, FactorModel rating, long seed) {
    return new ManifestDraft(
        "datasets/tiny/versions/1",
        0,
        SCALE,
        true,
        HOLD_OUT,
        Optional.of(scorer("als", ranking)),
        Optional.of(scorer("biased-mf", rating)),
        true,
        seed,
        "cpu",
        Map.of(),
        Instant.EPOCH.plusSeconds(seed));
  }

  private static ScorerManifest scorer(String algorithm, FactorModel model) {
    return ScorerManifest.of(algorithm, Map.of(), model.objective(), List.of(), Map.of());
  }
}
