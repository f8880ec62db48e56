package io.matinee.serving.api;

import io.matinee.model.ratings.EventKind;
import io.matinee.proto.model.v1.MovieView;
import io.matinee.proto.serving.v1.BatchGetMoviesRequest;
import io.matinee.proto.serving.v1.BatchGetMoviesResponse;
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
import io.matinee.proto.serving.v1.User;
import io.matinee.runtime.api.MovieFilters;
import io.matinee.runtime.paging.PageSize;
import io.matinee.runtime.paging.PageStart;
import io.matinee.serving.catalogue.IndexPage;
import io.matinee.serving.catalogue.Listings;
import io.matinee.serving.catalogue.SeenMovie;
import io.matinee.serving.catalogue.SeenPage;
import java.util.BitSet;

/** Answers requests about movies and users from one loaded version. */
final class Browsing {
  private static final int DEFAULT_PAGE_SIZE = 100;
  private static final int DEFAULT_SEARCH_SIZE = 10;
  private static final long UNRATED_TOO = 0;

  private Browsing() {}

  static GetMovieResponse movie(GetMovieRequest request, ServingModel model, String version) {
    int movie = model.lookup().movie(request.getMovieId(), "movie_id");
    return GetMovieResponse.newBuilder()
        .setMovie(model.messages().get(movie, request.getView()))
        .setModelVersion(version)
        .build();
  }

  static BatchGetMoviesResponse movies(
      BatchGetMoviesRequest request, ServingModel model, String version) {
    BatchGetMoviesResponse.Builder response =
        BatchGetMoviesResponse.newBuilder().setModelVersion(version);
    for (String id : request.getMovieIdsList()) {
      int movie = model.lookup().findMovie(id);
      if (movie < 0) {
        response.addMissingIds(id);
      } else {
        response.addMovies(model.messages().get(movie, request.getView()));
      }
    }
    return response.build();
  }

  static ListMoviesResponse list(
      ListMoviesRequest request, PageStart start, ServingModel model, String version) {
    BitSet movies =
        model.candidates().matching(MovieFilters.read(request.getFilter(), "filter", UNRATED_TOO));
    int size = PageSize.of(request.getPageSize(), DEFAULT_PAGE_SIZE);
    IndexPage page = Listings.movies(movies, start.offset(), size);
    ListMoviesResponse.Builder response =
        ListMoviesResponse.newBuilder()
            .setNextPageToken(start.next(version, page.next()))
            .setModelVersion(version);
    page.indices()
        .forEach(movie -> response.addMovies(model.messages().get(movie, request.getView())));
    return response.build();
  }

  static SearchMoviesResponse search(
      SearchMoviesRequest request, PageStart start, ServingModel model, String version) {
    int size = PageSize.of(request.getPageSize(), DEFAULT_SEARCH_SIZE);
    IndexPage page = model.titles().search(request.getQuery(), start.offset(), size);
    SearchMoviesResponse.Builder response =
        SearchMoviesResponse.newBuilder()
            .setNextPageToken(start.next(version, page.next()))
            .setModelVersion(version);
    page.indices()
        .forEach(movie -> response.addMovies(model.messages().get(movie, request.getView())));
    return response.build();
  }

  static ListUsersResponse users(
      ListUsersRequest request, PageStart start, ServingModel model, String version) {
    int size = PageSize.of(request.getPageSize(), DEFAULT_PAGE_SIZE);
    IndexPage page = model.listings().users(start.offset(), size);
    ListUsersResponse.Builder response =
        ListUsersResponse.newBuilder()
            .setNextPageToken(start.next(version, page.next()))
            .setModelVersion(version);
    page.indices().forEach(user -> response.addUsers(user(user, model)));
    return response.build();
  }

  static ListSeenMoviesResponse seen(
      ListSeenMoviesRequest request, PageStart start, ServingModel model, String version) {
    int user = model.lookup().user(request.getUserId(), "user_id");
    int size = PageSize.of(request.getPageSize(), DEFAULT_PAGE_SIZE);
    SeenPage page = model.listings().seen(user, start.offset(), size);
    ListSeenMoviesResponse.Builder response =
        ListSeenMoviesResponse.newBuilder()
            .setNextPageToken(start.next(version, page.next()))
            .setModelVersion(version);
    page.movies().forEach(movie -> response.addMovies(seenMovie(movie, model, request.getView())));
    return response.build();
  }

  private static User user(int user, ServingModel model) {
    return User.newBuilder()
        .setUserId(model.lookup().userId(user))
        .setRatingCount(model.lookup().userRatingCount(user))
        .build();
  }

  private static io.matinee.proto.serving.v1.SeenMovie seenMovie(
      SeenMovie movie, ServingModel model, MovieView view) {
    var message =
        io.matinee.proto.serving.v1.SeenMovie.newBuilder()
            .setMovie(model.messages().get(movie.movie(), view));
    return model.kind() == EventKind.WATCH
        ? message.build()
        : message.setRating(movie.rating()).build();
  }
}
