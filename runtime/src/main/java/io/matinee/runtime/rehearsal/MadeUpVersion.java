package io.matinee.runtime.rehearsal;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.Movie;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorObjective;
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
import java.util.stream.IntStream;

/** A version of every part that a trained one has, of random numbers; always the same. */
final class MadeUpVersion {
  private static final int USERS = 20;
  private static final int MOVIES = 50;
  private static final int DIMENSION = 8;
  private static final RatingScale SCALE = RatingScale.MOVIELENS_HALF_STARS;
  private static final HashHoldOut HOLD_OUT = new HashHoldOut(.2, "rehearsal");
  private static final FactorObjective RANKING = new FactorObjective.Implicit(.1, 0, 10, 0);
  private static final FactorObjective RATING = new FactorObjective.SquaredSigmoid(.05, 0, .05);

  private final SplittableRandom random = new SplittableRandom(1);

  private MadeUpVersion() {}

  /** Writes the blobs into an existing folder; returns what they are. */
  static Manifest write(Path folder) {
    return SnapshotWriter.write(folder, new MadeUpVersion().content());
  }

  private SnapshotContent content() {
    IdDictionary users = ids(USERS);
    IdDictionary movies = ids(MOVIES);
    Split split = Split.of(ratings(users, movies), HOLD_OUT);
    List<Movie> described = movies.ids().stream().map(MadeUpVersion::movie).toList();
    return new SnapshotContent(
        draft(),
        Catalogue.of(movies, described, split.training()),
        split.training(),
        split.heldOut(),
        Optional.of(factors(RANKING, 0)),
        Optional.of(factors(RATING, 1)));
  }

  private RatingsMatrix ratings(IdDictionary users, IdDictionary movies) {
    RatingsMatrix.Builder ratings = RatingsMatrix.builder(users, movies);
    for (int user = 0; user < USERS; user++) {
      for (int movie = user % 3; movie < MOVIES; movie += 3) {
        ratings.add(user, movie, 1 + random.nextInt(9) * .5f, random.nextInt(1_000_000_000));
      }
    }
    return ratings.build();
  }

  /** Factors of both sides, with biases if {@code biases} is 1. */
  private FactorModel factors(FactorObjective objective, int biases) {
    return new FactorModel(
        DIMENSION,
        numbers(MOVIES * DIMENSION),
        numbers(USERS * DIMENSION),
        numbers(MOVIES * biases),
        numbers(USERS * biases),
        0,
        SCALE,
        objective);
  }

  private float[] numbers(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextDouble();
    }
    return numbers;
  }

  private static IdDictionary ids(int count) {
    return IdDictionary.of(IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList());
  }

  private static Movie movie(String id) {
    return new Movie(id, "Movie " + id, 2000, List.of("Drama"), List.of("made up"), "", "", "");
  }

  private static ManifestDraft draft() {
    return new ManifestDraft(
        "datasets/rehearsal/versions/1",
        0,
        SCALE,
        true,
        HOLD_OUT,
        Optional.of(scorer("als", RANKING)),
        Optional.of(scorer("biased-mf", RATING)),
        true,
        1,
        "cpu",
        Map.of(),
        Instant.EPOCH);
  }

  private static ScorerManifest scorer(String algorithm, FactorObjective objective) {
    return ScorerManifest.of(algorithm, Map.of(), objective, List.of(), Map.of());
  }
}
