package io.matinee.model.snapshot;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.Movie;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.Activation;
import io.matinee.model.scoring.BiasModel;
import io.matinee.model.scoring.DampedBiases;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorObjective;
import io.matinee.model.scoring.NeighbourModel;
import io.matinee.model.scoring.NeighbourObjective;
import io.matinee.model.scoring.NetworkModel;
import io.matinee.model.scoring.RandomModels;
import io.matinee.model.scoring.ScorerModel;
import io.matinee.model.split.TimeCut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
                  "10",
                  "Amélie",
                  "Le fabuleux destin d'Amélie Poulain",
                  2001,
                  List.of("Comedy"),
                  List.of("paris"),
                  "A.",
                  "211915",
                  "194",
                  3_403),
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
          new FactorObjective.Implicit(50, 0, 8, 4));
  static final BiasModel RATING = DampedBiases.fit(TRAINING, SCALE, 10, 5);

  static final NeighbourModel NEIGHBOURS =
      new NeighbourModel(
          new long[] {0, 2, 2, 3},
          new int[] {1, 2, 1},
          new float[] {.5f, -.25f, .75f},
          new NeighbourObjective(4));

  static final NetworkModel NETWORK = RandomModels.network(2, 3, Activation.TANH, 1);

  private SmallSnapshot() {}

  /** The same, with a network that predicts, and without a ranker. */
  static SnapshotContent ofNetwork() {
    return new SnapshotContent(
        draft(Optional.empty(), Optional.of(scorer("embedding-network", NETWORK))),
        CATALOGUE,
        TRAINING,
        HELD_OUT,
        Optional.empty(),
        Optional.of(NETWORK));
  }

  /** The same, ranked by neighbours and without predictions. */
  static SnapshotContent ofNeighbours() {
    return new SnapshotContent(
        draft(Optional.of(scorer("ease", NEIGHBOURS)), Optional.empty()),
        CATALOGUE,
        TRAINING,
        HELD_OUT,
        Optional.of(NEIGHBOURS),
        Optional.empty());
  }

  static SnapshotContent content() {
    return new SnapshotContent(
        draft(Optional.of(scorer("als", RANKING)), Optional.of(scorer("baseline", RATING))),
        CATALOGUE,
        TRAINING,
        HELD_OUT,
        Optional.of(RANKING),
        Optional.of(RATING),
        Optional.of(SmallSnapshot::writeFiles),
        Optional.of(SmallSnapshot::writeFiles));
  }

  private static void writeFiles(Path folder) throws IOException {
    Files.writeString(folder.resolve("b"), "second");
    Files.writeString(Files.createDirectory(folder.resolve("a")).resolve("c"), "first");
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

  static ScorerManifest scorer(String algorithm, ScorerModel model) {
    return ScorerManifest.of(
        algorithm,
        Map.of("iterations", "15"),
        model.objective(),
        List.of(
            new Epoch(1, Map.of(Epoch.TRAINING_LOSS, 0.5, Epoch.VALIDATION_LOSS, 0.75)),
            new Epoch(2, Map.of(Epoch.TRAINING_LOSS, 0.25))),
        Map.of("kept", 0.5));
  }
}
