package io.matinee.serving.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.catalogue.FilterIndex;
import io.matinee.model.catalogue.MovieFilter;
import io.matinee.model.ratings.EventKind;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.snapshot.BlobRole;
import io.matinee.model.snapshot.Manifest;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.model.snapshot.SnapshotContent;
import io.matinee.model.snapshot.SnapshotWriter;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.serving.BruteForce;
import io.matinee.serving.SampleVersion;
import io.matinee.serving.catalogue.Lookup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecommenderTest {
  private static final SampleVersion VERSION = new SampleVersion(12, 150, 16, 20, 7);
  private static final SnapshotContent CONTENT = VERSION.content();
  private static final String NOBODY = "nobody";

  @TempDir Path folder;
  private Snapshot snapshot;
  private Recommender recommender;
  private RatingPredictor predictor;

  @BeforeEach
  void open() {
    open(CONTENT);
  }

  private void open(SnapshotContent content) {
    Manifest manifest = SnapshotWriter.write(folder, content);
    snapshot =
        Snapshot.open(
            manifest,
            blob -> folder.resolve(blob.name()),
            EnumSet.complementOf(EnumSet.of(BlobRole.HELD_OUT)));
    Lookup lookup = new Lookup(snapshot.seen());
    FilterIndex candidates = FilterIndex.of(snapshot.catalogue());
    recommender = Recommender.of(snapshot, lookup, candidates);
    predictor = RatingPredictor.of(snapshot, lookup);
  }

  @AfterEach
  void close() {
    snapshot.close();
  }

  @Test
  void ranksAsAPlainLoopDoes() {
    for (int user = 0; user < VERSION.users() - 1; user++) {
      List<Integer> expected =
          BruteForce.ranking(
              (FactorModel) CONTENT.ranking().orElseThrow(),
              user,
              BruteForce.unseenCandidates(CONTENT, user));

      assertThat(wholeList(RecommendQuery.of(userId(user)), 150)).isEqualTo(expected);
    }
  }

  @Test
  void pagesOfAnySizeMakeTheSameList() {
    List<Integer> whole = wholeList(RecommendQuery.of("3"), 150);

    assertThat(whole).doesNotHaveDuplicates().hasSizeGreaterThan(90);
    assertThat(wholeList(RecommendQuery.of("3"), 7)).isEqualTo(whole);
    assertThat(wholeList(RecommendQuery.of("3"), 1)).isEqualTo(whole);
  }

  @Test
  void continuesTheRanks() {
    RecommendedPage page = recommender.recommend(RecommendQuery.of("3"), 5, 3);

    assertThat(page.movies()).extracting(RecommendedMovie::rank).containsExactly(6, 7, 8);
    assertThat(page.source()).isEqualTo(ListSource.TRAINED_USER);
  }

  @Test
  void leavesOutSeenMoviesUnlessAsked() {
    RatingsMatrix training = CONTENT.training();
    int seen = training.movieAt(training.userStart(4));
    RecommendQuery without = RecommendQuery.of(userId(4));
    RecommendQuery with = new RecommendQuery(userId(4), List.of(), MovieFilter.RATED, true, false);

    assertThat(wholeList(without, 150)).doesNotContain(seen);
    assertThat(wholeList(with, 150)).contains(seen);
  }

  @Test
  void predictsRatingsBesideTheScores() {
    RecommendedMovie first =
        recommender.recommend(RecommendQuery.of("2"), 0, 1).movies().getFirst();
    double rating =
        BruteForce.score((FactorModel) CONTENT.rating().orElseThrow(), 1, first.movie());

    assertThat(first.predictedRating().orElseThrow())
        .isCloseTo(Math.clamp(rating, 0.5, 5), within(1e-5));
    assertThat(predictor.predict("2", List.of(), List.of(movieId(first.movie()))).ratings())
        .extracting(PredictedRatings.Rating::rating)
        .containsExactly((float) first.predictedRating().orElseThrow());
  }

  @Test
  void foldsInOwnRatingsOnTopOfTrainedOnes() {
    List<GivenRating> own =
        IntStream.range(CONTENT.training().userStart(5), CONTENT.training().userEnd(5))
            .mapToObj(at -> given(CONTENT.training().movieAt(at), CONTENT.training().ratingAt(at)))
            .toList();
    GivenRating another = given(unseen(5), 5);

    List<Integer> stranger = wholeList(folding(NOBODY, with(own, another)), 150);
    List<Integer> known = wholeList(folding(userId(5), List.of(another)), 150);

    assertThat(known).isEqualTo(stranger).doesNotContain(unseen(5));
    assertThat(recommender.recommend(folding(NOBODY, List.of(another)), 0, 1).source())
        .isEqualTo(ListSource.FOLDED_IN);
  }

  @Test
  void prefersGivenRatingsToTrainedOnes() {
    int movie = CONTENT.training().movieAt(CONTENT.training().userStart(5));
    List<String> asked = List.of(movieId(unseen(5)));

    PredictedRatings low = predictor.predict(userId(5), List.of(given(movie, 0.5f)), asked);
    PredictedRatings high = predictor.predict(userId(5), List.of(given(movie, 5)), asked);

    assertThat(low).isNotEqualTo(high);
  }

  @Test
  void answersStrangersOnlyWhenAskedForPopularMovies() {
    RecommendQuery popular = new RecommendQuery(NOBODY, List.of(), MovieFilter.RATED, false, true);
    RecommendedPage page = recommender.recommend(popular, 0, 150);

    assertThat(page.source()).isEqualTo(ListSource.POPULAR);
    assertThat(page.movies())
        .extracting(movie -> CONTENT.training().movieRatingCounts()[movie.movie()])
        .isSortedAccordingTo((a, b) -> b - a);
    assertRefused(
        () -> recommender.recommend(RecommendQuery.of(NOBODY), 0, 1),
        Reason.USER_NOT_FOUND,
        "user_id");
    assertRefused(
        () -> recommender.recommend(RecommendQuery.of(""), 0, 1),
        Reason.INVALID_REQUEST,
        "user_id");
  }

  @Test
  void knowsNoUserWithoutATrainingRating() {
    String unrated = userId(VERSION.users() - 1);

    assertRefused(
        () -> recommender.recommend(RecommendQuery.of(unrated), 0, 1),
        Reason.USER_NOT_FOUND,
        "user_id");
  }

  @Test
  void namesTheWrongRating() {
    GivenRating good = given(1, 4);

    assertRefused(
        () -> foldIn(good, new GivenRating("x", EventKind.RATING, 4)),
        Reason.MOVIE_NOT_FOUND,
        "ratings[1].movie_id");
    assertRefused(
        () -> foldIn(good, given(2, 5.5f)), Reason.RATING_OUT_OF_SCALE, "ratings[1].rating");
    assertRefused(
        () -> foldIn(good, given(2, 3.2f)), Reason.RATING_OUT_OF_SCALE, "ratings[1].rating");
    assertRefused(() -> foldIn(good, given(1, 3)), Reason.INVALID_REQUEST, "ratings[1].movie_id");
  }

  @Test
  void rankingAloneGivesNoPredictions() {
    snapshot.close();
    open(VERSION.content(true, false));

    assertThat(
            recommender
                .recommend(RecommendQuery.of("1"), 0, 1)
                .movies()
                .getFirst()
                .predictedRating())
        .isEmpty();
    assertRefused(
        () -> predictor.predict("1", List.of(), List.of("10")), Reason.NO_RATING_SCORER, null);
  }

  @Test
  void withoutARankingScorerTheRatingScorerRanks() {
    snapshot.close();
    open(VERSION.content(false, true));

    assertThat(wholeList(RecommendQuery.of("1"), 150))
        .isEqualTo(
            BruteForce.ranking(
                (FactorModel) CONTENT.rating().orElseThrow(),
                0,
                BruteForce.unseenCandidates(CONTENT, 0)));
  }

  private List<Integer> wholeList(RecommendQuery query, int pageSize) {
    List<Integer> movies = new ArrayList<>();
    RecommendedPage page;
    do {
      page = recommender.recommend(query, movies.size(), pageSize);
      page.movies().forEach(movie -> movies.add(movie.movie()));
    } while (page.more());
    return movies;
  }

  private void foldIn(GivenRating... ratings) {
    recommender.recommend(folding(NOBODY, List.of(ratings)), 0, 1);
  }

  private static RecommendQuery folding(String userId, List<GivenRating> ratings) {
    return new RecommendQuery(userId, ratings, MovieFilter.RATED, false, false);
  }

  private static List<GivenRating> with(List<GivenRating> ratings, GivenRating another) {
    List<GivenRating> all = new ArrayList<>(ratings);
    all.add(another);
    return all;
  }

  private static GivenRating given(int movie, float rating) {
    return new GivenRating(movieId(movie), EventKind.RATING, rating);
  }

  private static int unseen(int user) {
    return IntStream.range(0, VERSION.movies())
        .filter(BruteForce.unseenCandidates(CONTENT, user))
        .findFirst()
        .orElseThrow();
  }

  private static String userId(int user) {
    return CONTENT.training().users().id(user);
  }

  private static String movieId(int movie) {
    return CONTENT.training().movies().id(movie);
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call,
      Reason reason,
      @org.jspecify.annotations.Nullable String field) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            MatineeException.class,
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(reason);
              assertThat(refusal.field().map(problem -> problem.field()).orElse(null))
                  .isEqualTo(field);
            });
  }
}
