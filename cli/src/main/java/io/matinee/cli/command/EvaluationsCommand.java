package io.matinee.cli.command;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.operation.Pages;
import io.matinee.cli.operation.ResourceNames;
import io.matinee.cli.operation.TrainedOn;
import io.matinee.cli.output.Console;
import io.matinee.cli.view.EvaluationView;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.model.v1.EventKind;
import io.matinee.proto.trainer.v1.GetEvaluationRequest;
import io.matinee.proto.trainer.v1.ListEvaluationsRequest;
import io.matinee.proto.trainer.v1.ListEvaluationsResponse;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc.ModelRegistryServiceBlockingStub;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists evaluations, shows one. */
@Command(
    name = "evaluations",
    description = "Lists the evaluations of a model's versions, newest first; shows one.")
public final class EvaluationsCommand implements Runnable {
  private static final int DIGEST_DIGITS = 64;

  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;
  @Mixin ModelOption model;

  @Parameters(
      arity = "0..1",
      paramLabel = "EVALUATION",
      description = "an id, or \"evaluations/ID\"")
  @Nullable String evaluation;

  @Option(
      names = "--of",
      paramLabel = "VERSION",
      description = "those of a version: a number, or \"models/M/versions/N\"")
  @Nullable String version;

  @Option(
      names = "--protocol",
      paramLabel = "DIGEST",
      defaultValue = "",
      description =
          "those made by a protocol, whose figures compare: its digest, or a beginning that no other has")
  String protocolDigest = "";

  @Override
  public void run() {
    Console console = output.console();
    try (Connection connection = connectionOptions.open()) {
      ModelRegistryServiceBlockingStub registry = new Clients(connection).registry();
      if (evaluation == null) {
        list(console, registry);
      } else {
        show(console, registry, ResourceNames.evaluation(evaluation));
      }
    }
  }

  private void list(Console console, ModelRegistryServiceBlockingStub registry) {
    boolean whole = protocolDigest.length() == DIGEST_DIGITS;
    ListEvaluationsRequest.Builder request =
        ListEvaluationsRequest.newBuilder().setProtocolDigest(whole ? protocolDigest : "");
    if (version == null) {
      request.setModel(model.name());
    } else {
      request.setModelVersion(ResourceNames.version(model.name(), version));
    }
    ListEvaluationsResponse all =
        Pages.whole(token -> registry.listEvaluations(request.setPageToken(token).build()));
    ListEvaluationsResponse asked = whole ? all : ProtocolBeginning.of(protocolDigest, all);
    console.result(asked, EvaluationView.list(asked.getEvaluationsList()));
  }

  private static void show(
      Console console, ModelRegistryServiceBlockingStub registry, String name) {
    Evaluation found =
        registry
            .getEvaluation(GetEvaluationRequest.newBuilder().setName(name).build())
            .getEvaluation();
    EventKind eventKind = TrainedOn.of(registry, found.getModelVersion());
    console.result(found, EvaluationView.of(found, eventKind).text());
  }
}
