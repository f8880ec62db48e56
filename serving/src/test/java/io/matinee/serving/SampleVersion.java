package io.matinee.serving;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.Movie;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorObjective;
import io.matinee.model.scoring.Objective;
import io.matinee.model.scoring.ScorerModel;
import io.matinee.model.snapshot.ManifestDraft;
import io.matinee.model.snapshot.ScorerManifest;
import io.matinee.model.snapshot.SnapshotContent;
import io.matinee.model.split.NoHoldOut;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Versions with seeded random content. Movie ids are "10", "20", …; the last movie is unrated,
 * every seventh has no year, and each second one has the vector and bias of its neighbour, so that
 * scores tie. User ids are "1", "2", …; the last user has no rating.
 *
 * @param users how many users, at least 2
 * @param movies how many movies, at least 2
 * @param dimension the length of the vectors
 * @param ratingsPerUser how many movies each user rated
 * @param seed of all that is random
 */
public record SampleVersion(int users, int movies, int dimension, int ratingsPerUser, long seed) {
  private static final List<String> GENRES = List.of("Action", "Comedy", "Drama", "Sci-Fi");
  private static final RatingScale SCALE = RatingScale.MOVIELENS_HALF_STARS;
  private static final FactorObjective IMPLICIT = new FactorObjective.Implicit(5, 0, 20, 0);
  private static final FactorObjective RIDGE = new FactorObjective.Squared(2);

  /** Returns the content with a ranking and a rating scorer. */
  public SnapshotContent content() {
    return content(true, true);
  }

  /** Returns the content with the scorers asked for. */
  public SnapshotContent content(boolean ranking, boolean rating) {
    SplittableRandom random = new SplittableRandom(seed);
    IdDictionary movieIds = ids(movies, 10);
    RatingsMatrix training = training(movieIds, random);
    ScorerModel ranker = factors(IMPLICIT, 0, random);
    ScorerModel predictor = factors(RIDGE, 3.5f, random);
    RatingsMatrix heldOut = RatingsMatrix.builder(training.users(), movieIds).build();
    return new SnapshotContent(
        draft(
            Optional.of(scorer("als", IMPLICIT)).filter(described -> ranking),
            Optional.of(scorer("biased-mf", RIDGE)).filter(described -> rating)),
        Catalogue.of(movieIds, catalogue(movieIds), training),
        training,
        heldOut,
        Optional.of(ranker).filter(model -> ranking),
        Optional.of(predictor).filter(model -> rating));
  }

  /** Returns the content with a ranking scorer alone. */
  public SnapshotContent content(ScorerModel ranking) {
    SnapshotContent plain = content(false, false);
    return new SnapshotContent(
        draft(Optional.of(scorer("made-up", ranking.objective())), Optional.empty()),
        plain.catalogue(),
        plain.training(),
        plain.heldOut(),
        Optional.of(ranking),
        Optional.empty());
  }

  private ManifestDraft draft(Optional<ScorerManifest> ranking, Optional<ScorerManifest> rating) {
    return new ManifestDraft(
        "datasets/sample/versions/1",
        1,
        SCALE,
        true,
        new NoHoldOut(),
        ranking,
        rating,
        true,
        seed,
        "cpu",
        Map.of(),
        Instant.EPOCH);
  }

  private ScorerManifest scorer(String algorithm, Objective objective) {
    return ScorerManifest.of(algorithm, Map.of(), objective, List.of(), Map.of());
  }

  private RatingsMatrix training(IdDictionary movieIds, SplittableRandom random) {
    RatingsMatrix.Builder ratings = RatingsMatrix.builder(ids(users, 1), movieIds);
    for (int user = 0; user < users - 1; user++) {
      random
          .ints(0, movies - 1)
          .distinct()
          .limit(ratingsPerUser)
          .sorted()
          .boxed()
          .toList()
          .forEach(new Rater(ratings, user, random)::rate);
    }
    return ratings.build();
  }

  private FactorModel factors(FactorObjective objective, float mean, SplittableRandom random) {
    float[] movieFactors = values(movies * dimension, random);
    float[] movieBias = mean == 0 ? new float[0] : values(movies, random);
    for (int movie = 1; movie < movies; movie += 2) {
      System.arraycopy(
          movieFactors, (movie - 1) * dimension, movieFactors, movie * dimension, dimension);
      if (movieBias.length > 0) {
        movieBias[movie] = movieBias[movie - 1];
      }
    }
    return new FactorModel(
        dimension,
        movieFactors,
        values(users * dimension, random),
        movieBias,
        mean == 0 ? new float[0] : values(users, random),
        mean,
        SCALE,
        objective);
  }

  private static float[] values(int count, SplittableRandom random) {
    float[] values = new float[count];
    for (int index = 0; index < count; index++) {
      values[index] = (float) random.nextDouble(-0.5, 0.5);
    }
    return values;
  }

  private static IdDictionary ids(int count, int step) {
    return IdDictionary.of(
        IntStream.rangeClosed(1, count).mapToObj(i -> Integer.toString(i * step)).toList());
  }

  private List<Movie> catalogue(IdDictionary movieIds) {
    return IntStream.range(0, movies).mapToObj(index -> movie(index, movieIds.id(index))).toList();
  }

  private static Movie movie(int index, String id) {
    Integer year = index % 7 == 6 ? null : Integer.valueOf(1950 + index % 60);
    List<String> genres =
        List.of(GENRES.get(index % GENRES.size()), GENRES.get((index / 4 + 1) % GENRES.size()));
    return new Movie(
        id,
        "Film Number " + id,
        year,
        genres.stream().distinct().toList(),
        List.of(),
        "",
        "0" + id,
        id);
  }

  private record Rater(RatingsMatrix.Builder ratings, int user, SplittableRandom random) {
    void rate(int movie) {
      ratings.add(user, movie, random.nextInt(1, 11) / 2f, 1_000_000 + user);
    }
  }
}
