package io.matinee.serving.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.FilterIndex;
import io.matinee.model.catalogue.Movie;
import io.matinee.model.catalogue.MovieFilter;
import io.matinee.model.ratings.EventKind;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.DampedBiases;
import io.matinee.model.scoring.NeighbourModel;
import io.matinee.model.scoring.ScorerModel;
import io.matinee.model.snapshot.BlobRole;
import io.matinee.model.snapshot.Manifest;
import io.matinee.model.snapshot.ManifestDraft;
import io.matinee.model.snapshot.ScorerManifest;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.model.snapshot.SnapshotContent;
import io.matinee.model.snapshot.SnapshotWriter;
import io.matinee.model.split.NoHoldOut;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.serving.catalogue.Lookup;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neighbours rank for user "fan"; of user "critic", who likes nothing, they know nothing. */
class UsersWithoutALikeTest {
  private static final RatingScale SCALE = RatingScale.MOVIELENS_STARS;
  private static final IdDictionary USERS = IdDictionary.of(List.of("critic", "fan", "guest"));
  private static final IdDictionary MOVIES = IdDictionary.of(List.of("1", "2", "3", "4"));
  private static final RatingsMatrix TRAINING =
      RatingsMatrix.builder(USERS, MOVIES)
          .add(0, 0, 2, 0)
          .add(1, 0, 5, 0)
          .add(1, 1, 3, 0)
          .add(2, 1, 1, 0)
          .add(2, 2, 1, 0)
          .add(2, 3, 5, 0)
          .build();

  /** Who likes movie 1 likes movie 3 more than movie 4. */
  private static final NeighbourModel NEIGHBOURS = SmallNeighbours.ofTheFirst(4);

  private static final ScorerModel BIASES = DampedBiases.fit(TRAINING, SCALE, 1, 1);

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // Set by each test.
  private Snapshot snapshot;

  @SuppressWarnings("NullAway.Init") // Set by each test.
  private Recommender recommender;

  @AfterEach
  void close() {
    snapshot.close();
  }

  @Test
  void areRankedByPredictedRatings() {
    open(Optional.of(BIASES));
    RecommendedPage page = recommender.recommend(RecommendQuery.of("critic"), 0, 3);

    assertThat(page.source()).isEqualTo(ListSource.PREDICTED_RATING);
    assertThat(page.movies()).extracting(RecommendedMovie::movie).containsExactly(3, 1, 2);
    assertThat(list("fan")).containsExactly(2, 3);
    assertThat(recommender.recommend(RecommendQuery.of("fan"), 0, 1).source())
        .isEqualTo(ListSource.TRAINED_USER);
  }

  @Test
  void whoGiveRatingsWithoutALikeAreToo() {
    open(Optional.of(BIASES));
    RecommendQuery dislikes = query("", List.of(new GivenRating("4", EventKind.RATING, 1)), false);

    assertThat(recommender.recommend(dislikes, 0, 1).source())
        .isEqualTo(ListSource.PREDICTED_RATING);
    RecommendQuery likes =
        query("critic", List.of(new GivenRating("1", EventKind.RATING, 5)), false);
    assertThat(recommender.recommend(likes, 0, 1).source()).isEqualTo(ListSource.FOLDED_IN);
  }

  @Test
  void getPopularMoviesThatTheyHaveNotSeenWhereNothingPredicts() {
    open(Optional.empty());
    RecommendedPage page = recommender.recommend(query("critic", List.of(), true), 0, 3);

    assertThat(page.source()).isEqualTo(ListSource.POPULAR);
    assertThat(page.movies()).extracting(RecommendedMovie::movie).containsExactly(1, 2, 3);
  }

  @Test
  void areRefusedWithoutAFallback() {
    open(Optional.empty());
    assertThatThrownBy(() -> recommender.recommend(RecommendQuery.of("critic"), 0, 3))
        .isInstanceOfSatisfying(
            MatineeException.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.USER_NOT_FOUND))
        .hasMessageContaining("critic")
        .hasMessageContaining("liked no movie");
  }

  @Test
  void leaveMoviesThatNobodyLikedAtTheEndOfEverybodysList() {
    open(Optional.empty());
    RecommendQuery all = new RecommendQuery("fan", List.of(), MovieFilter.RATED, true, false);
    assertThat(recommender.recommend(all, 0, 4).movies())
        .extracting(RecommendedMovie::movie)
        .containsExactly(2, 3, 0, 1);
  }

  private List<Integer> list(String user) {
    return recommender.recommend(RecommendQuery.of(user), 0, 10).movies().stream()
        .map(RecommendedMovie::movie)
        .toList();
  }

  private static RecommendQuery query(String user, List<GivenRating> ratings, boolean fallback) {
    return new RecommendQuery(user, ratings, MovieFilter.RATED, false, fallback);
  }

  private void open(Optional<ScorerModel> rating) {
    Manifest manifest = SnapshotWriter.write(folder, content(rating));
    snapshot =
        Snapshot.open(
            manifest,
            blob -> folder.resolve(blob.name()),
            EnumSet.complementOf(EnumSet.of(BlobRole.HELD_OUT)));
    FilterIndex candidates = FilterIndex.of(snapshot.catalogue());
    recommender = Recommender.of(snapshot, new Lookup(snapshot.seen()), candidates);
  }

  private static SnapshotContent content(Optional<ScorerModel> rating) {
    List<Movie> movies =
        MOVIES.ids().stream()
            .map(id -> new Movie(id, id, null, List.of(), List.of(), "", "", ""))
            .toList();
    ManifestDraft draft =
        new ManifestDraft(
            "datasets/likes/versions/1",
            0,
            SCALE,
            true,
            new NoHoldOut(),
            Optional.of(scorer("ease", NEIGHBOURS)),
            rating.map(model -> scorer("baseline", model)),
            true,
            1,
            "cpu",
            Map.of(),
            Instant.EPOCH);
    return new SnapshotContent(
        draft,
        Catalogue.of(MOVIES, movies, TRAINING),
        TRAINING,
        RatingsMatrix.builder(USERS, MOVIES).build(),
        Optional.of(NEIGHBOURS),
        rating);
  }

  private static ScorerManifest scorer(String algorithm, ScorerModel model) {
    return ScorerManifest.of(algorithm, Map.of(), model.objective(), List.of(), Map.of());
  }
}
