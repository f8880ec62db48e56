package io.matinee.serving.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.proto.model.v1.Movie;
import io.matinee.proto.model.v1.MovieFilter;
import io.matinee.proto.model.v1.MovieView;
import io.matinee.proto.serving.v1.BatchGetMoviesRequest;
import io.matinee.proto.serving.v1.BatchGetMoviesResponse;
import io.matinee.proto.serving.v1.CatalogueServiceGrpc;
import io.matinee.proto.serving.v1.GetMovieRequest;
import io.matinee.proto.serving.v1.GetMovieResponse;
import io.matinee.proto.serving.v1.ListMoviesRequest;
import io.matinee.proto.serving.v1.ListMoviesResponse;
import io.matinee.proto.serving.v1.ListSeenMoviesRequest;
import io.matinee.proto.serving.v1.ListSeenMoviesResponse;
import io.matinee.proto.serving.v1.ListUsersRequest;
import io.matinee.proto.serving.v1.ListUsersResponse;
import io.matinee.proto.serving.v1.SearchMoviesRequest;
import io.matinee.proto.serving.v1.SearchMoviesResponse;
import io.matinee.proto.serving.v1.SeenMovie;
import io.matinee.proto.serving.v1.User;
import io.matinee.runtime.error.Reason;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("process")
class CatalogueTest extends RunningService {
  private String version;

  @BeforeEach
  void serveSample() {
    version = serve(CONTENT);
  }

  @Test
  void getsAMovie() {
    GetMovieResponse response =
        catalogue().getMovie(GetMovieRequest.newBuilder().setMovieId("70").build());

    assertThat(response.getModelVersion()).isEqualTo(version);
    assertThat(response.getMovie().getTitle()).isEqualTo("Film Number 70");
    assertThat(response.getMovie().getYear()).as("unknown").isZero();
    assertThat(response.getMovie().getImdbId()).isEqualTo("070");
    assertRefused(
        () -> catalogue().getMovie(GetMovieRequest.newBuilder().setMovieId("x").build()),
        Reason.MOVIE_NOT_FOUND,
        "movie_id");
  }

  @Test
  void knowsNoMeanOfAMovieThatNobodyRated() {
    GetMovieRequest unrated =
        GetMovieRequest.newBuilder().setMovieId(movieId(VERSION.movies() - 1)).build();

    assertThat(catalogue().getMovie(unrated).getMovie().hasMeanRating()).isFalse();
  }

  @Test
  void getsSeveralMoviesAndListsWhatIsMissing() {
    BatchGetMoviesResponse response =
        catalogue()
            .batchGetMovies(
                BatchGetMoviesRequest.newBuilder()
                    .addAllMovieIds(List.of("30", "x", "10"))
                    .build());

    assertThat(response.getMoviesList()).extracting(Movie::getMovieId).containsExactly("30", "10");
    assertThat(response.getMissingIdsList()).containsExactly("x");
  }

  @Test
  void listsEveryMovieById() {
    List<String> ids = new ArrayList<>();
    ListMoviesRequest.Builder request = ListMoviesRequest.newBuilder().setPageSize(40);
    ListMoviesResponse response;
    do {
      response = catalogue().listMovies(request.build());
      response.getMoviesList().forEach(movie -> ids.add(movie.getMovieId()));
      request.setPageToken(response.getNextPageToken());
    } while (!response.getNextPageToken().isEmpty());

    assertThat(ids).isEqualTo(CONTENT.training().movies().ids());
  }

  @Test
  void listsMoviesThatPassAFilter() {
    MovieFilter drama = MovieFilter.newBuilder().addGenresAny("drama").setMaximumYear(1960).build();

    assertThat(
            catalogue()
                .listMovies(ListMoviesRequest.newBuilder().setFilter(drama).build())
                .getMoviesList())
        .isNotEmpty()
        .allSatisfy(
            movie -> {
              assertThat(movie.getGenresList()).contains("Drama");
              assertThat(movie.getYear()).isBetween(1950, 1960);
            });
  }

  @Test
  void searchesTitlesPageByPage() {
    SearchMoviesRequest.Builder request =
        SearchMoviesRequest.newBuilder().setQuery("fílm 1").setPageSize(40);
    SearchMoviesResponse first = catalogue().searchMovies(request.build());
    SearchMoviesResponse second =
        catalogue().searchMovies(request.setPageToken(first.getNextPageToken()).build());
    List<Movie> movies = new ArrayList<>(first.getMoviesList());
    movies.addAll(second.getMoviesList());

    assertThat(movies)
        .extracting(Movie::getMovieId)
        .containsExactlyInAnyOrderElementsOf(
            CONTENT.training().movies().ids().stream().filter(id -> id.startsWith("1")).toList());
    assertThat(movies)
        .extracting(Movie::getRatingCount)
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(second.getNextPageToken()).isEmpty();
    assertRefused(
        () -> catalogue().searchMovies(SearchMoviesRequest.newBuilder().setQuery("?!").build()),
        Reason.INVALID_REQUEST,
        "query");
    assertRefused(
        () -> catalogue().searchMovies(request.setQuery("other").build()),
        Reason.PAGE_TOKEN_INVALID,
        "page_token");
  }

  @Test
  void listsUsersWithTrainingRatings() {
    ListUsersResponse response = catalogue().listUsers(ListUsersRequest.getDefaultInstance());

    assertThat(response.getUsersList())
        .extracting(User::getUserId)
        .isEqualTo(IntStream.range(0, VERSION.users() - 1).mapToObj(user -> userId(user)).toList());
    assertThat(response.getUsersList())
        .extracting(User::getRatingCount)
        .containsOnly((long) VERSION.ratingsPerUser());
    assertThat(response.getNextPageToken()).isEmpty();
  }

  @Test
  void listsWhatAUserRatedTheHighestFirst() {
    ListSeenMoviesRequest.Builder request =
        ListSeenMoviesRequest.newBuilder().setUserId("2").setPageSize(15);
    ListSeenMoviesResponse first = catalogue().listSeenMovies(request.build());
    ListSeenMoviesResponse second =
        catalogue().listSeenMovies(request.setPageToken(first.getNextPageToken()).build());
    List<SeenMovie> seen = new ArrayList<>(first.getMoviesList());
    seen.addAll(second.getMoviesList());
    RatingsMatrix training = CONTENT.training();

    assertThat(seen)
        .hasSize(VERSION.ratingsPerUser())
        .extracting(SeenMovie::getRating)
        .isSortedAccordingTo((a, b) -> Float.compare(b, a));
    assertThat(seen)
        .allSatisfy(
            movie ->
                assertThat(movie.getRating())
                    .isEqualTo(
                        training.ratingAt(
                            training.find(
                                1, training.movies().indexOf(movie.getMovie().getMovieId())))));
    assertRefused(
        () -> catalogue().listSeenMovies(request.setUserId("nobody").clearPageToken().build()),
        Reason.USER_NOT_FOUND,
        "user_id");
  }

  @Test
  void showsTheIdsAloneWhenAskedTo() {
    MovieView id = MovieView.MOVIE_VIEW_ID;
    List<Movie> shown = new ArrayList<>();
    shown.add(
        catalogue()
            .getMovie(GetMovieRequest.newBuilder().setMovieId("70").setView(id).build())
            .getMovie());
    shown.addAll(
        catalogue()
            .batchGetMovies(
                BatchGetMoviesRequest.newBuilder().addMovieIds("30").setView(id).build())
            .getMoviesList());
    shown.addAll(
        catalogue()
            .listMovies(ListMoviesRequest.newBuilder().setPageSize(3).setView(id).build())
            .getMoviesList());
    shown.addAll(
        catalogue()
            .searchMovies(
                SearchMoviesRequest.newBuilder()
                    .setQuery("film")
                    .setPageSize(3)
                    .setView(id)
                    .build())
            .getMoviesList());
    catalogue()
        .listSeenMovies(
            ListSeenMoviesRequest.newBuilder().setUserId("2").setPageSize(3).setView(id).build())
        .getMoviesList()
        .forEach(seen -> shown.add(seen.getMovie()));

    assertThat(shown)
        .hasSize(11)
        .allSatisfy(
            movie ->
                assertThat(movie)
                    .isEqualTo(Movie.newBuilder().setMovieId(movie.getMovieId()).build()));
    assertRefused(
        () ->
            catalogue()
                .getMovie(GetMovieRequest.newBuilder().setMovieId("70").setViewValue(9).build()),
        Reason.INVALID_REQUEST,
        "view");
  }

  private CatalogueServiceGrpc.CatalogueServiceBlockingStub catalogue() {
    return stub(CatalogueServiceGrpc::newBlockingStub);
  }
}
