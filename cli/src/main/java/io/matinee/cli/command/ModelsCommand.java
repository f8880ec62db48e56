package io.matinee.cli.command;

import com.google.protobuf.FieldMask;
import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.operation.Pages;
import io.matinee.cli.operation.ResourceNames;
import io.matinee.cli.output.Console;
import io.matinee.cli.view.ModelView;
import io.matinee.proto.trainer.v1.GetModelRequest;
import io.matinee.proto.trainer.v1.ListModelsRequest;
import io.matinee.proto.trainer.v1.ListModelsResponse;
import io.matinee.proto.trainer.v1.Model;
import io.matinee.proto.trainer.v1.ModelServiceGrpc.ModelServiceBlockingStub;
import io.matinee.proto.trainer.v1.UpdateModelRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the models, shows one, or names it. */
@Command(
    name = "models",
    description = "Lists the models: slots whose versions are trained, evaluated and served.")
public final class ModelsCommand implements Runnable {
  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;

  @ArgGroup(exclusive = false)
  @Nullable One one;

  /** One model. */
  static final class One {
    @Parameters(paramLabel = "MODEL", description = "e.g. movies, or \"models/movies\"")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    String model;

    @Option(
        names = "--display-name",
        paramLabel = "TEXT",
        description = "what people call MODEL from now on")
    @Nullable String displayName;

    @Option(
        names = "--etag",
        paramLabel = "ETAG",
        description = "the etag that MODEL must have now (default: the present one); * for any")
    @Nullable String etag;
  }

  @Override
  public void run() {
    Console console = output.console();
    try (Connection connection = connectionOptions.open()) {
      ModelServiceBlockingStub models = new Clients(connection).models();
      One chosen = one;
      if (chosen == null) {
        list(console, models);
      } else {
        Model model = found(models, chosen);
        console.result(model, ModelView.list(List.of(model)));
      }
    }
  }

  private static void list(Console console, ModelServiceBlockingStub models) {
    var request = ListModelsRequest.newBuilder();
    ListModelsResponse all =
        Pages.whole(token -> models.listModels(request.setPageToken(token).build()));
    console.result(all, ModelView.list(all.getModelsList()));
  }

  private static Model found(ModelServiceBlockingStub models, One one) {
    String displayName = one.displayName;
    return displayName == null ? get(models, one) : named(models, one, displayName);
  }

  private static Model get(ModelServiceBlockingStub models, One one) {
    return models
        .getModel(GetModelRequest.newBuilder().setName(ResourceNames.model(one.model)).build())
        .getModel();
  }

  private static Model named(ModelServiceBlockingStub models, One one, String displayName) {
    String etag = one.etag;
    Model wanted =
        Model.newBuilder()
            .setName(ResourceNames.model(one.model))
            .setDisplayName(displayName)
            .setEtag(etag == null ? get(models, one).getEtag() : etag)
            .build();
    return models
        .updateModel(
            UpdateModelRequest.newBuilder()
                .setModel(wanted)
                .setUpdateMask(FieldMask.newBuilder().addPaths("display_name"))
                .setReason("named on the command line")
                .build())
        .getModel();
  }
}
