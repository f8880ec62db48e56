package io.matinee.serving;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.Movie;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.NeighbourModel;
import io.matinee.model.snapshot.ManifestDraft;
import io.matinee.model.snapshot.ScorerManifest;
import io.matinee.model.snapshot.SnapshotContent;
import io.matinee.model.split.NoHoldOut;
import io.matinee.serving.recommend.SmallNeighbours;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A version that was trained on watches: who watched movie 1 watches movie 3 more than movie 4. */
public final class WatchedVersion {
  private static final IdDictionary USERS = IdDictionary.of(List.of("fan", "guest"));
  private static final IdDictionary MOVIES = IdDictionary.of(List.of("1", "2", "3", "4"));
  private static final RatingsMatrix TRAINING =
      RatingsMatrix.builder(USERS, MOVIES)
          .add(0, 0, 1, 0)
          .add(0, 1, 1, 0)
          .add(1, 2, 1, 0)
          .add(1, 3, 1, 0)
          .build();
  private static final NeighbourModel NEIGHBOURS = SmallNeighbours.ofTheFirst(1);

  private WatchedVersion() {}

  /** Returns its content. */
  public static SnapshotContent content() {
    List<Movie> movies = MOVIES.ids().stream().map(Movie::ofId).toList();
    ManifestDraft draft =
        new ManifestDraft(
            "datasets/watches/versions/1",
            0,
            RatingScale.WATCHES,
            true,
            new NoHoldOut(),
            Optional.of(
                ScorerManifest.of("ease", Map.of(), NEIGHBOURS.objective(), List.of(), Map.of())),
            Optional.empty(),
            true,
            1,
            "cpu",
            Map.of(),
            Instant.EPOCH);
    return new SnapshotContent(
        draft,
        Catalogue.of(MOVIES, movies, TRAINING).withoutMeans(),
        TRAINING,
        RatingsMatrix.builder(USERS, MOVIES).build(),
        Optional.of(NEIGHBOURS),
        Optional.empty());
  }
}
