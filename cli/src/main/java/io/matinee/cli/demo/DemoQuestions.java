package io.matinee.cli.demo;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.operation.Pages;
import io.matinee.proto.model.v1.Movie;
import io.matinee.proto.serving.v1.ListSeenMoviesRequest;
import io.matinee.proto.serving.v1.ListUsersRequest;
import io.matinee.proto.serving.v1.ListUsersResponse;
import io.matinee.proto.serving.v1.RecommendRequest;
import io.matinee.proto.serving.v1.User;
import io.matinee.proto.similarity.v1.FindSimilarMoviesRequest;
import io.matinee.proto.similarity.v1.MovieQuery;
import io.matinee.proto.trainer.v1.DescribeDatasetResponse;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** Asks what the demo shows. */
final class DemoQuestions {
  private static final int LIST_LENGTH = 10;
  private static final int SIMILAR_LENGTH = 5;
  private static final int PAGE_LENGTH = 1_000;

  private final Clients clients;

  DemoQuestions(Clients clients) {
    this.clients = clients;
  }

  /**
   * Asks.
   *
   * @param user whom to recommend to; empty for who has the most ratings
   * @param data the data set, whose most rated movie is the well-known one
   * @return questions and answers
   */
  DemoAnswers ask(Optional<String> user, DescribeDatasetResponse data) {
    String userId = user.orElseGet(this::mostActiveUser);
    ListSeenMoviesRequest seen =
        ListSeenMoviesRequest.newBuilder().setUserId(userId).setPageSize(LIST_LENGTH).build();
    RecommendRequest recommend =
        RecommendRequest.newBuilder().setUserId(userId).setPageSize(LIST_LENGTH).build();
    Movie famous = data.getMostRated(0);
    FindSimilarMoviesRequest similar =
        FindSimilarMoviesRequest.newBuilder()
            .setMovies(MovieQuery.newBuilder().addLikedMovieIds(famous.getMovieId()))
            .setPageSize(SIMILAR_LENGTH)
            .build();
    return new DemoAnswers(
        seen,
        clients.catalogue().listSeenMovies(seen),
        recommend,
        clients.recommendations().recommend(recommend),
        famous,
        similar,
        clients.similarity().findSimilarMovies(similar));
  }

  private String mostActiveUser() {
    ListUsersRequest.Builder users = ListUsersRequest.newBuilder().setPageSize(PAGE_LENGTH);
    return mostActive(token -> clients.catalogue().listUsers(users.setPageToken(token).build()));
  }

  /** Returns the user with the most ratings over all pages, of several the first. */
  static String mostActive(Function<String, ListUsersResponse> read) {
    return Pages.whole(read).getUsersList().stream()
        .max(Comparator.comparingLong(User::getRatingCount))
        .map(User::getUserId)
        .orElseThrow(() -> new IllegalStateException("the version in production has no user"));
  }
}
