package io.matinee.serving.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.scoring.FactorModel;
import io.matinee.proto.model.v1.EventKind;
import io.matinee.proto.model.v1.Fallback;
import io.matinee.proto.model.v1.ListOptions;
import io.matinee.proto.model.v1.Movie;
import io.matinee.proto.model.v1.MovieFilter;
import io.matinee.proto.model.v1.MovieRating;
import io.matinee.proto.model.v1.MovieView;
import io.matinee.proto.model.v1.Taste;
import io.matinee.proto.serving.v1.ListSource;
import io.matinee.proto.serving.v1.RecommendRequest;
import io.matinee.proto.serving.v1.RecommendResponse;
import io.matinee.proto.serving.v1.RecommendationServiceGrpc;
import io.matinee.proto.serving.v1.RecommendedMovie;
import io.matinee.runtime.error.Reason;
import io.matinee.serving.BruteForce;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("process")
class RecommendTest extends RunningService {
  private String version;

  @BeforeEach
  void serveSample() {
    version = serve(CONTENT);
  }

  @Test
  void pagesThroughTheRankingOfAPlainLoopWithoutARepeat() {
    List<RecommendedMovie> movies = wholeList(request -> request.setUserId("4").setPageSize(17));

    assertThat(movies)
        .extracting(movie -> movie.getMovie().getMovieId())
        .doesNotHaveDuplicates()
        .isEqualTo(
            BruteForce.ranking(
                    (FactorModel) CONTENT.ranking().orElseThrow(),
                    3,
                    BruteForce.unseenCandidates(CONTENT, 3))
                .stream()
                .map(RunningService::movieId)
                .toList());
    assertThat(movies)
        .extracting(RecommendedMovie::getRank)
        .isEqualTo(IntStream.rangeClosed(1, movies.size()).boxed().toList());
    assertThat(movies)
        .extracting(RecommendedMovie::getScore)
        .isSortedAccordingTo((a, b) -> Float.compare(b, a));
  }

  @Test
  void tellsWhatIsKnownOfAMovie() {
    RecommendResponse response = recommend(request -> request.setUserId("1"));
    RecommendedMovie first = response.getMovies(0);
    int movie = CONTENT.training().movies().indexOf(first.getMovie().getMovieId());

    assertThat(response.getMoviesCount()).isEqualTo(10);
    assertThat(response.getModelVersion()).isEqualTo(version);
    assertThat(response.getSource()).isEqualTo(ListSource.LIST_SOURCE_TRAINED_USER);
    assertThat(first.getMovie().getTitle()).isEqualTo(CONTENT.catalogue().movie(movie).title());
    assertThat(first.getMovie().getGenresList())
        .isEqualTo(CONTENT.catalogue().movie(movie).genres());
    assertThat(first.getMovie().getRatingCount())
        .isEqualTo(CONTENT.training().movieRatingCounts()[movie]);
    assertThat(first.getMovie().getMeanRating())
        .isEqualTo((float) CONTENT.training().movieMeans()[movie]);
    assertThat(first.hasPredictedRating()).isTrue();
    assertThat(first.getPredictedRating()).isBetween(0.5f, 5f);
  }

  @Test
  void heedsFilters() {
    MovieFilter filter =
        MovieFilter.newBuilder()
            .addGenresAny("sci-fi")
            .setMinimumYear(1960)
            .setMaximumYear(1999)
            .setMinimumRatingCount(2)
            .build();
    List<RecommendedMovie> movies =
        wholeList(request -> request.setUserId("1").setOptions(options(filter)));

    assertThat(movies)
        .isNotEmpty()
        .allSatisfy(
            movie -> {
              assertThat(movie.getMovie().getGenresList()).contains("Sci-Fi");
              assertThat(movie.getMovie().getYear()).isBetween(1960, 1999);
              assertThat(movie.getMovie().getRatingCount()).isGreaterThanOrEqualTo(2);
            });
    assertRefused(
        () ->
            recommend(
                request ->
                    request
                        .setUserId("1")
                        .setOptions(options(filter.toBuilder().setMinimumYear(2000).build()))),
        Reason.INVALID_REQUEST,
        "options.filter.minimum_year");
  }

  @Test
  void listsUnratedMoviesOnlyWhenAsked() {
    String unrated = movieId(VERSION.movies() - 1);
    MovieFilter any = MovieFilter.newBuilder().setMinimumRatingCount(0).build();

    assertThat(wholeList(request -> request.setUserId("1")))
        .noneMatch(movie -> movie.getMovie().getMovieId().equals(unrated));
    assertThat(wholeList(request -> request.setUserId("1").setOptions(options(any))))
        .anyMatch(movie -> movie.getMovie().getMovieId().equals(unrated));
  }

  @Test
  void foldsInRatingsOfStrangers() {
    MovieRating rating = MovieRating.newBuilder().setMovieId("10").setRating(5).build();
    RecommendResponse response = recommend(request -> request.addRatings(rating));

    assertThat(response.getSource()).isEqualTo(ListSource.LIST_SOURCE_FOLDED_IN);
    assertThat(wholeList(request -> request.addRatings(rating)))
        .noneMatch(movie -> movie.getMovie().getMovieId().equals("10"));
    ListOptions seen = ListOptions.newBuilder().setIncludeSeen(true).build();
    assertThat(wholeList(request -> request.addRatings(rating).setOptions(seen)))
        .anyMatch(movie -> movie.getMovie().getMovieId().equals("10"));
  }

  @Test
  void refusesWrongRatings() {
    assertRefused(
        () -> recommend(request -> request.addRatings(rating("x", 3))),
        Reason.MOVIE_NOT_FOUND,
        "ratings[0].movie_id");
    assertRefused(
        () -> recommend(request -> request.addRatings(rating("10", 3)).addRatings(rating("20", 6))),
        Reason.RATING_OUT_OF_SCALE,
        "ratings[1].rating");
    assertRefused(
        () -> recommend(request -> request.addRatings(rating("10", Float.NaN))),
        Reason.INVALID_REQUEST,
        "ratings[0].rating");
    assertRefused(
        () -> recommend(request -> request.addRatings(rating("10", 0))),
        Reason.RATING_OUT_OF_SCALE,
        "ratings[0].rating");
  }

  @Test
  void showsTheIdsAloneWhenAskedTo() {
    List<RecommendedMovie> whole = recommend(request -> request.setUserId("4")).getMoviesList();

    assertThat(
            recommend(request -> request.setUserId("4").setView(MovieView.MOVIE_VIEW_ID))
                .getMoviesList())
        .isEqualTo(
            whole.stream()
                .map(
                    movie ->
                        movie.toBuilder()
                            .setMovie(Movie.newBuilder().setMovieId(movie.getMovie().getMovieId()))
                            .build())
                .toList());
    assertThat(
            recommend(request -> request.setUserId("4").setView(MovieView.MOVIE_VIEW_BASIC))
                .getMoviesList())
        .isEqualTo(whole);
  }

  @Test
  void refusesTastesUntilAScorerTakesThem() {
    Taste taste = Taste.newBuilder().setGenre("Drama").setRating(5).build();

    assertRefused(
        () -> recommend(request -> request.setUserId("4").addTastes(taste)),
        Reason.UNIMPLEMENTED,
        "tastes");
  }

  @Test
  void refusesByNameWhatIsMoreOrLessThanARating() {
    MovieRating plain = rating("20", 4);

    assertRefused(Reason.INVALID_REQUEST, plain.toBuilder().clearRating(), "ratings[1].rating");
    assertRefused(Reason.UNIMPLEMENTED, plain.toBuilder().setWeight(1), "ratings[1].weight");
    MovieRating.Builder watch = plain.toBuilder().setEventKind(EventKind.EVENT_KIND_WATCH);
    assertRefused(Reason.INVALID_REQUEST, watch, "ratings[1].rating");
    assertRefused(Reason.EVENT_KIND_MISMATCH, watch.clone().clearRating(), "ratings[1].event_kind");
    assertThat(
            recommend(
                    request ->
                        request.addRatings(
                            plain.toBuilder().setEventKind(EventKind.EVENT_KIND_RATING)))
                .getMoviesList())
        .isNotEmpty();
  }

  @Test
  void givesStrangersPopularMoviesOnlyWhenAsked() {
    RecommendResponse response =
        recommend(
            request -> request.setUserId("nobody").setOptions(fallback(Fallback.FALLBACK_POPULAR)));

    assertThat(response.getSource()).isEqualTo(ListSource.LIST_SOURCE_POPULAR);
    assertRefused(
        () -> recommend(request -> request.setUserId("nobody")), Reason.USER_NOT_FOUND, "user_id");
    assertRefused(
        () ->
            recommend(
                request ->
                    request.setUserId("nobody").setOptions(fallback(Fallback.FALLBACK_NONE))),
        Reason.USER_NOT_FOUND,
        "user_id");
    assertRefused(() -> recommend(request -> request), Reason.INVALID_REQUEST, "user_id");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1_001, 10_001})
  void refusesListsOfImpossibleLength(int size) {
    assertRefused(
        () -> recommend(request -> request.setUserId("1").setPageSize(size)),
        Reason.INVALID_REQUEST,
        "page_size");
  }

  @Test
  void refusesTokensOfOtherRequests() {
    String token = recommend(request -> request.setUserId("1")).getNextPageToken();

    assertThat(
            recommend(request -> request.setUserId("1").setPageToken(token).setPageSize(3))
                .getMovies(0)
                .getRank())
        .isEqualTo(11);
    assertRefused(
        () -> recommend(request -> request.setUserId("2").setPageToken(token)),
        Reason.PAGE_TOKEN_INVALID,
        "page_token");
    assertRefused(
        () ->
            recommend(
                request ->
                    request
                        .setUserId("1")
                        .setPageToken(token)
                        .setOptions(
                            options(MovieFilter.newBuilder().addGenresAny("Drama").build()))),
        Reason.PAGE_TOKEN_INVALID,
        "page_token");
    assertRefused(
        () -> recommend(request -> request.setUserId("1").setPageToken("garbage")),
        Reason.PAGE_TOKEN_INVALID,
        "page_token");
  }

  @Test
  void answersFromThePinnedVersionOnly() {
    assertThat(
            recommend(request -> request.setUserId("1").setModelVersion(version)).getModelVersion())
        .isEqualTo(version);
    assertRefused(
        () ->
            recommend(
                request -> request.setUserId("1").setModelVersion("models/movies/versions/999")),
        Reason.VERSION_NOT_LOADED,
        null);
    assertRefused(
        () -> recommend(request -> request.setUserId("1").setModelVersion("newest")),
        Reason.INVALID_REQUEST,
        "model_version");
  }

  @Test
  void endsListsThatTheirVersionHasLeft() {
    String token = recommend(request -> request.setUserId("1")).getNextPageToken();
    serve(CONTENT);

    assertRefused(
        () -> recommend(request -> request.setUserId("1").setPageToken(token)),
        Reason.VERSION_NOT_LOADED,
        "page_token");
  }

  @Test
  void leavesOutPredictionsThatTheVersionCannotMake() {
    serve(VERSION.content(true, false));

    assertThat(recommend(request -> request.setUserId("1")).getMoviesList())
        .isNotEmpty()
        .noneMatch(RecommendedMovie::hasPredictedRating);
  }

  private List<RecommendedMovie> wholeList(UnaryOperator<RecommendRequest.Builder> request) {
    List<RecommendedMovie> movies = new ArrayList<>();
    String token = "";
    do {
      String from = token;
      RecommendResponse page = recommend(r -> request.apply(r).setPageToken(from));
      movies.addAll(page.getMoviesList());
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return movies;
  }

  private RecommendResponse recommend(UnaryOperator<RecommendRequest.Builder> request) {
    return stub(RecommendationServiceGrpc::newBlockingStub)
        .recommend(request.apply(RecommendRequest.newBuilder()).build());
  }

  private void assertRefused(Reason reason, MovieRating.Builder rating, String field) {
    assertRefused(
        () -> recommend(request -> request.addRatings(rating("10", 3)).addRatings(rating)),
        reason,
        field);
  }

  private static MovieRating rating(String movieId, float rating) {
    return MovieRating.newBuilder().setMovieId(movieId).setRating(rating).build();
  }

  private static ListOptions options(MovieFilter filter) {
    return ListOptions.newBuilder().setFilter(filter).build();
  }

  private static ListOptions fallback(Fallback fallback) {
    return ListOptions.newBuilder().setFallback(fallback).build();
  }
}
