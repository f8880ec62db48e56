package io.matinee.cli.demo;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.operation.Aliases;
import io.matinee.cli.operation.Evaluating;
import io.matinee.cli.operation.Training;
import io.matinee.cli.output.Console;
import io.matinee.proto.metrics.v1.EvaluateModelRequest;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.model.v1.ModelVersion;
import io.matinee.proto.trainer.v1.Alias;
import io.matinee.proto.trainer.v1.GetModelVersionRequest;
import io.matinee.proto.trainer.v1.ListEvaluationsRequest;
import io.matinee.proto.trainer.v1.ListModelVersionsRequest;
import io.matinee.proto.trainer.v1.TrainModelRequest;
import java.util.Optional;
import java.util.UUID;

/** Sees to it that there is an evaluated version in production, trained on the demo's data. */
final class DemoModel {
  private final Clients clients;
  private final DemoSettings settings;
  private final Console console;
  private final Aliases aliases;

  DemoModel(Clients clients, DemoSettings settings, Console console) {
    this.clients = clients;
    this.settings = settings;
    this.console = console;
    this.aliases = new Aliases(clients.registry());
  }

  /** Returns the newest version of the data, training one when there is none. */
  ModelVersion trained(String datasetVersion) {
    Optional<ModelVersion> held =
        clients
            .registry()
            .listModelVersions(
                ListModelVersionsRequest.newBuilder().setModel(DemoSettings.MODEL).build())
            .getModelVersionsList()
            .stream()
            .filter(version -> version.getDatasetVersion().equals(datasetVersion))
            .findFirst();
    return whole(held.orElseGet(() -> train(datasetVersion)).getName());
  }

  /** Returns a version's newest evaluation, making one when there is none. */
  Evaluation evaluated(ModelVersion version) {
    ListEvaluationsRequest newest =
        ListEvaluationsRequest.newBuilder()
            .setModelVersion(version.getName())
            .setPageSize(1)
            .build();
    return clients.registry().listEvaluations(newest).getEvaluationsList().stream()
        .findFirst()
        .orElseGet(() -> evaluate(version));
  }

  /** Points an alias at a version unless it already does. */
  void point(String alias, ModelVersion version, String reason) {
    String target = aliases.find(alias).map(Alias::getModelVersion).orElse("");
    if (!target.equals(version.getName())) {
      aliases.move(alias, version.getName(), reason);
      console.note(alias + " now points at " + version.getName());
    }
  }

  private Evaluation evaluate(ModelVersion version) {
    return new Evaluating(clients, console)
        .evaluate(
            EvaluateModelRequest.newBuilder()
                .setModelVersion(version.getName())
                .setSeed(settings.seed())
                .setRequestId(UUID.randomUUID().toString())
                .build());
  }

  private ModelVersion train(String datasetVersion) {
    Training training = new Training(clients, console);
    return training.await(
        training.start(
            TrainModelRequest.newBuilder()
                .setModel(DemoSettings.MODEL)
                .setDataset(datasetVersion)
                .setSeed(settings.seed())
                .setRequestId(UUID.randomUUID().toString())
                .build()));
  }

  private ModelVersion whole(String name) {
    return clients
        .registry()
        .getModelVersion(GetModelVersionRequest.newBuilder().setName(name).build())
        .getModelVersion();
  }
}
