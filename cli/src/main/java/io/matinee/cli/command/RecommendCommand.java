package io.matinee.cli.command;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.operation.ResourceNames;
import io.matinee.cli.output.Console;
import io.matinee.cli.view.MovieView;
import io.matinee.proto.model.v1.Fallback;
import io.matinee.proto.model.v1.ListOptions;
import io.matinee.proto.serving.v1.ListSource;
import io.matinee.proto.serving.v1.RecommendRequest;
import io.matinee.proto.serving.v1.RecommendResponse;
import io.matinee.proto.serving.v1.RecommendationServiceGrpc.RecommendationServiceBlockingStub;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Recommends movies. */
@Command(
    name = "recommend",
    description =
        "Recommends movies to a user, to ratings or watches given here, or to both together.")
public final class RecommendCommand implements Runnable {
  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;
  @Mixin FilterOptions filter;
  @Mixin AliasOption alias;

  @Option(names = "--user", paramLabel = "ID", defaultValue = "", description = "the user")
  String user;

  @Option(
      names = "--rate",
      paramLabel = "MOVIE=RATING",
      description = "a rating to fold in; may be repeated")
  Map<String, String> ratings = new LinkedHashMap<>();

  @Mixin WatchedOption watched;

  @Option(
      names = "--count",
      paramLabel = "COUNT",
      defaultValue = "10",
      description = "how many movies per page (default: ${DEFAULT-VALUE})")
  int count;

  @Option(
      names = "--pages",
      paramLabel = "COUNT",
      defaultValue = "1",
      description = "how many pages (default: ${DEFAULT-VALUE})")
  int pages;

  @Option(
      names = "--page-token",
      paramLabel = "TOKEN",
      defaultValue = "",
      description = "where an earlier answer left off")
  String pageToken;

  @Option(
      names = "--popular-for-unknown",
      description = "popular movies for an unknown user, instead of an error")
  boolean popularForUnknown;

  @Option(names = "--include-seen", description = "movies that the user rated may be in the list")
  boolean includeSeen;

  @Option(
      names = "--pin",
      paramLabel = "VERSION",
      defaultValue = "",
      description = "the version that must answer")
  String pinned;

  @Override
  public void run() {
    Console console = output.console();
    try (Connection connection = connectionOptions.open()) {
      RecommendResponse response = ask(new Clients(connection).recommendations());
      String more =
          response.getNextPageToken().isEmpty()
              ? ""
              : "%nMore with --page-token %s".formatted(response.getNextPageToken());
      console.result(
          response,
          "%s%n%s%s"
              .formatted(
                  heading(response),
                  filter.shown(MovieView.recommended(response.getMoviesList())),
                  more));
    }
  }

  private RecommendResponse ask(RecommendationServiceBlockingStub recommendations) {
    RecommendResponse.Builder all = RecommendResponse.newBuilder();
    String token = pageToken;
    for (int page = 0; page < pages; page++) {
      RecommendResponse response =
          recommendations.recommend(request().toBuilder().setPageToken(token).build());
      token = response.getNextPageToken();
      all.clearNextPageToken().mergeFrom(response);
      if (token.isEmpty()) {
        break;
      }
    }
    return all.build();
  }

  private RecommendRequest request() {
    return RecommendRequest.newBuilder()
        .setUserId(user)
        .setPageSize(count)
        .setOptions(
            ListOptions.newBuilder()
                .setFilter(filter.filter())
                .setIncludeSeen(includeSeen)
                .setFallback(
                    popularForUnknown ? Fallback.FALLBACK_POPULAR : Fallback.FALLBACK_UNSPECIFIED))
        .addAllRatings(RatingArguments.parse(ratings))
        .addAllRatings(watched.watches())
        .setAlias(alias.name())
        .setModelVersion(pinned.isEmpty() ? "" : ResourceNames.version(alias.modelName(), pinned))
        .build();
  }

  private static String heading(RecommendResponse response) {
    ListSource source = response.getSource();
    String origin =
        switch (source) {
          case LIST_SOURCE_TRAINED_USER -> "from the trained user";
          case LIST_SOURCE_FOLDED_IN -> "from the ratings or watches given";
          case LIST_SOURCE_PREDICTED_RATING ->
              "by predicted ratings, since the ranking scorer knows nothing of the user";
          case LIST_SOURCE_POPULAR -> "popular movies, since nothing is known of the user";
          default -> source.name();
        };
    return "%s, %s".formatted(response.getModelVersion(), origin);
  }
}
