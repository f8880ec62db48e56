package io.matinee.cli.command;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.cli.operation.Aliases;
import io.matinee.cli.operation.Evaluating;
import io.matinee.cli.operation.ResourceNames;
import io.matinee.cli.operation.TrainedOn;
import io.matinee.cli.output.Console;
import io.matinee.cli.view.EvaluationView;
import io.matinee.proto.metrics.v1.EvaluateModelRequest;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.model.v1.EventKind;
import io.matinee.proto.trainer.v1.Alias;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Evaluates a version. */
@Command(
    name = "evaluate",
    description = "Evaluates a version over its own held-out part, beside popular and baseline.")
public final class EvaluateCommand implements Runnable {
  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;
  @Mixin ModelOption model;

  @Parameters(
      arity = "0..1",
      paramLabel = "VERSION",
      description = "a number, or \"models/M/versions/N\" (default: what production points at)")
  @Nullable String version;

  @Option(
      names = "--k",
      paramLabel = "COUNT",
      split = ",",
      defaultValue = "10",
      description = "lengths of lists, up to 8 (default: ${DEFAULT-VALUE})")
  List<Integer> cutoffs = List.of();

  @Option(
      names = "--activity",
      paramLabel = "COUNT",
      split = ",",
      description =
          "figures also of users by their ratings, e.g. 20,100 for up to 19, 20 to 99, and more")
  List<Integer> activityBounds = List.of();

  @Option(
      names = "--popularity",
      paramLabel = "COUNT",
      split = ",",
      description =
          "recall also of movies by their ratings, e.g. 10,100 for up to 9, 10 to 99, and more")
  List<Integer> popularityBounds = List.of();

  @Option(
      names = "--relevant",
      paramLabel = "RATING",
      description = "a held-out rating of at least this is relevant (default: 4 of 5)")
  @Nullable Float relevanceThreshold;

  @Option(
      names = "--resamples",
      paramLabel = "COUNT",
      defaultValue = "1000",
      description = "resamples of the bootstrap (default: ${DEFAULT-VALUE})")
  int resamples;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "42",
      description = "seed of the bootstrap (default: ${DEFAULT-VALUE})")
  long seed;

  @Option(names = "--include-seen", description = "what a user rated may be recommended")
  boolean includeSeen;

  @Override
  public void run() {
    Console console = output.console();
    try (Connection connection = connectionOptions.open()) {
      Clients clients = new Clients(connection);
      Evaluation evaluation = new Evaluating(clients, console).evaluate(request(clients));
      EventKind eventKind = TrainedOn.of(clients.registry(), evaluation.getModelVersion());
      console.result(evaluation, EvaluationView.of(evaluation, eventKind).text());
    }
  }

  private EvaluateModelRequest request(Clients clients) {
    EvaluateModelRequest.Builder request =
        EvaluateModelRequest.newBuilder()
            .setModelVersion(target(clients))
            .addAllCutoffs(cutoffs)
            .addAllUserActivityBounds(activityBounds)
            .addAllMoviePopularityBounds(popularityBounds)
            .setResampleCount(resamples)
            .setSeed(seed)
            .setIncludeSeen(includeSeen)
            .setRequestId(UUID.randomUUID().toString());
    if (relevanceThreshold != null) {
      request.setRelevanceThreshold(relevanceThreshold);
    }
    return request.build();
  }

  private String target(Clients clients) {
    if (version != null) {
      return ResourceNames.version(model.name(), version);
    }
    String alias = ResourceNames.alias(model.name(), "production");
    return new Aliases(clients.registry())
        .find(alias)
        .map(Alias::getModelVersion)
        .filter(name -> !name.isEmpty())
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitCode.CONFLICT, alias + " points at nothing: name a VERSION"));
  }
}
