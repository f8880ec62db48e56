package io.matinee.serving.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.model.catalogue.FilterIndex;
import io.matinee.model.catalogue.MovieFilter;
import io.matinee.model.ratings.EventKind;
import io.matinee.model.snapshot.BlobRole;
import io.matinee.model.snapshot.Manifest;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.model.snapshot.SnapshotWriter;
import io.matinee.proto.model.v1.MovieView;
import io.matinee.runtime.api.MovieMessage;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.serving.WatchedVersion;
import io.matinee.serving.catalogue.Lookup;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version that was trained on watches. */
class WatchedMoviesTest {
  @TempDir Path folder;
  private Snapshot snapshot;
  private Recommender recommender;

  @BeforeEach
  void open() {
    Manifest manifest = SnapshotWriter.write(folder, WatchedVersion.content());
    snapshot =
        Snapshot.open(
            Manifest.fromJson(manifest.toJson()),
            blob -> folder.resolve(blob.name()),
            EnumSet.complementOf(EnumSet.of(BlobRole.HELD_OUT)));
    recommender =
        Recommender.of(snapshot, new Lookup(snapshot.seen()), FilterIndex.of(snapshot.catalogue()));
  }

  @AfterEach
  void close() {
    snapshot.close();
  }

  @Test
  void areFoldedInAndLeftOutOfTheList() {
    RecommendedPage page =
        recommender.recommend(query(new GivenRating("1", EventKind.WATCH, 1)), 0, 10);

    assertThat(page.source()).isEqualTo(ListSource.FOLDED_IN);
    assertThat(page.movies()).extracting(RecommendedMovie::movie).containsExactly(2, 3, 1);
    assertThat(page.movies()).allSatisfy(movie -> assertThat(movie.predictedRating()).isEmpty());
    assertThat(recommender.recommend(RecommendQuery.of("fan"), 0, 10).movies())
        .extracting(RecommendedMovie::movie)
        .containsExactly(2, 3);
  }

  @Test
  void areNoRatings() {
    GivenRating watch = new GivenRating("1", EventKind.WATCH, 1);
    GivenRating rating = new GivenRating("2", EventKind.RATING, 1);
    assertThatThrownBy(() -> recommender.recommend(query(watch, rating), 0, 10))
        .isInstanceOfSatisfying(
            MatineeException.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Reason.EVENT_KIND_MISMATCH))
        .hasMessage(
            "ratings[1].event_kind must be EVENT_KIND_WATCH, without a rating (--watched 2): the data is of watches");
  }

  @Test
  void haveCountsAndNoMeans() {
    var movie =
        MovieMessage.in(MovieView.MOVIE_VIEW_BASIC, MovieMessage.of(snapshot.catalogue(), 0));
    assertThat(movie.getRatingCount()).isEqualTo(1);
    assertThat(movie.hasMeanRating()).isFalse();
  }

  private static RecommendQuery query(GivenRating... given) {
    return new RecommendQuery("", List.of(given), MovieFilter.RATED, false, false);
  }
}
