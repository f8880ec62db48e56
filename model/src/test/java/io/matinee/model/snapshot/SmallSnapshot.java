package io.matinee.model.snapshot;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.Movie;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.DampedBiases;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FoldIn;
import io.matinee.model.scoring.Link;
import io.matinee.model.scoring.Objective;
import io.matinee.model.split.TimeCut;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Two users, three movies, four ratings, an implicit ranker and damped biases. */
final class SmallSnapshot {
  static final IdDictionary USERS = IdDictionary.of(List.of("1", "2"));
  static final IdDictionary MOVIES = IdDictionary.of(List.of("10", "20", "30"));
  static final RatingScale SCALE = RatingScale.MOVIELENS_HALF_STARS;
  static final RatingsMatrix TRAINING =
      RatingsMatrix.builder(USERS, MOVIES)
          .add(0, 0, 4.5f, 100)
          .add(0, 2, 2f, 110)
          .add(1, 0, 3f, 120)
          .build();
  static final RatingsMatrix HELD_OUT =
      RatingsMatrix.builder(USERS, MOVIES).add(1, 2, 5f, 5_000_000_000L).build();
  static final Catalogue CATALOGUE =
      Catalogue.of(
          MOVIES,
          List.of(
              new Movie(
                  "10", "Amélie", 2001, List.of("Comedy"), List.of("paris"), "A.", "211915", "194"),
              new Movie("20", "", null, List.of(), List.of(), "", "", ""),
              new Movie("30", "\"Q\"\n\u2028", 1999, List.of("a|b"), List.of(), "", "", "")),
          TRAINING);
  static final FactorModel RANKING =
      new FactorModel(
          2,
          new float[] {1, 2, 3, 4, 5, 6},
          new float[] {0.5f, -0.5f, 1.5f, 2.5f},
          new float[0],
          new float[0],
          0,
          SCALE,
          new Objective("implicit", Link.IDENTITY, FoldIn.IMPLICIT, 50, 8, 0, 4));
  static final FactorModel RATING = DampedBiases.fit(TRAINING, SCALE, 10, 5);

  private SmallSnapshot() {}

  static SnapshotContent content() {
    return new SnapshotContent(
        draft(Optional.of(scorer("als", RANKING)), Optional.of(scorer("baseline", RATING))),
        CATALOGUE,
        TRAINING,
        HELD_OUT,
        Optional.of(RANKING),
        Optional.of(RATING));
  }

  static ManifestDraft draft(Optional<ScorerManifest> ranking, Optional<ScorerManifest> rating) {
    return new ManifestDraft(
        "datasets/small/versions/1",
        7,
        SCALE,
        true,
        new TimeCut(5_000_000_000L),
        ranking,
        rating,
        true,
        42,
        "cpu",
        Map.of("java", "25"),
        Instant.parse("2026-01-02T03:04:05.678Z"));
  }

  static ScorerManifest scorer(String algorithm, FactorModel model) {
    return new ScorerManifest(
        algorithm,
        Map.of("iterations", "15"),
        model.objective(),
        model.dimension(),
        List.of(
            new Epoch(1, 0.5, OptionalDouble.of(0.75)),
            new Epoch(2, 0.25, OptionalDouble.empty())));
  }
}
