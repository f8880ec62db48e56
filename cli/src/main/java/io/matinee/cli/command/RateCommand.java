package io.matinee.cli.command;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.operation.Pages;
import io.matinee.cli.operation.ResourceNames;
import io.matinee.cli.output.Console;
import io.matinee.cli.output.Table;
import io.matinee.cli.output.Wording;
import io.matinee.proto.model.v1.MovieRating;
import io.matinee.proto.trainer.v1.ListUserRatingsRequest;
import io.matinee.proto.trainer.v1.ListUserRatingsResponse;
import io.matinee.proto.trainer.v1.LiveRating;
import io.matinee.proto.trainer.v1.RatingsServiceGrpc.RatingsServiceBlockingStub;
import io.matinee.proto.trainer.v1.RecordRatingsRequest;
import io.matinee.proto.trainer.v1.RecordRatingsResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records live ratings or watches, or lists them. */
@Command(
    name = "rate",
    description = {
      "Records a user's ratings or, for a data set of watches, watches; without any, lists those recorded.",
      "They are durable once this returns. Training reads data set versions, which are imported;",
      "it does not read these yet."
    })
public final class RateCommand implements Runnable {
  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;

  @Option(names = "--user", paramLabel = "ID", required = true, description = "the user")
  String user;

  @Option(
      names = "--dataset",
      paramLabel = "DATASET",
      defaultValue = "movielens",
      description = "the data set whose scale holds (default: ${DEFAULT-VALUE})")
  String dataset;

  @Option(
      names = "--request-id",
      paramLabel = "ID",
      description = "the same id makes a repeated call the same call (default: a new one)")
  String requestId = UUID.randomUUID().toString();

  @Parameters(arity = "0..*", paramLabel = "MOVIE=RATING", description = "e.g. 1=4.5")
  Map<String, String> ratings = new LinkedHashMap<>();

  @Mixin WatchedOption watched;

  @Override
  public void run() {
    Console console = output.console();
    try (Connection connection = connectionOptions.open()) {
      RatingsServiceBlockingStub service = new Clients(connection).ratings();
      List<LiveRating> given = given();
      if (given.isEmpty()) {
        list(console, service);
      } else {
        record(given, console, service);
      }
    }
  }

  private List<LiveRating> given() {
    return Stream.concat(RatingArguments.parse(ratings).stream(), watched.watches().stream())
        .map(this::byUser)
        .toList();
  }

  private void record(List<LiveRating> live, Console console, RatingsServiceBlockingStub service) {
    RecordRatingsResponse response =
        service.recordRatings(
            RecordRatingsRequest.newBuilder()
                .setDataset(ResourceNames.dataset(dataset))
                .addAllRatings(live)
                .setRequestId(requestId)
                .build());
    console.result(
        response,
        "Recorded for user %s as revision %d (%s: %d)"
            .formatted(
                user,
                response.getRevision(),
                Wording.events(live.getFirst().getEventKind()),
                live.size()));
  }

  private LiveRating byUser(MovieRating rating) {
    LiveRating.Builder live =
        LiveRating.newBuilder()
            .setUserId(user)
            .setMovieId(rating.getMovieId())
            .setEventKind(rating.getEventKind());
    return rating.hasRating() ? live.setRating(rating.getRating()).build() : live.build();
  }

  private void list(Console console, RatingsServiceBlockingStub service) {
    var request =
        ListUserRatingsRequest.newBuilder()
            .setDataset(ResourceNames.dataset(dataset))
            .setUserId(user);
    ListUserRatingsResponse all =
        Pages.whole(token -> service.listUserRatings(request.setPageToken(token).build()));
    Table table = Table.of("movie", ">rating", "given", ">revision");
    for (LiveRating rating : all.getRatingsList()) {
      table.row(
          rating.getMovieId(),
          rating.hasRating() ? Wording.rating(rating.getRating()) : "watched",
          Wording.time(rating.getRateTime()),
          Long.toString(rating.getRevision()));
    }
    console.result(
        all,
        all.getRatingsCount() == 0
            ? "No ratings of user " + user + " are recorded."
            : table.text());
  }
}
