package io.matinee.cli.command;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.operation.Aliases;
import io.matinee.cli.operation.ResourceNames;
import io.matinee.cli.view.AliasView;
import io.matinee.proto.trainer.v1.Alias;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moves an alias. */
@Command(
    name = "set",
    description = "Points an alias at a version, provided that nobody moves it in between.")
public final class AliasSetCommand implements Runnable {
  private static final String NOTHING = "none";

  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;
  @Mixin ModelOption model;

  @Parameters(index = "0", paramLabel = "ALIAS", description = "e.g. production")
  String alias;

  @Parameters(
      index = "1",
      paramLabel = "VERSION",
      description = "a number, \"models/M/versions/N\", or none to point at nothing")
  String version;

  @Option(
      names = "--etag",
      paramLabel = "ETAG",
      description = "the etag that it must have now (default: the present one); * for any")
  @Nullable String etag;

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      defaultValue = "set on the command line",
      description = "why, for the audit (default: ${DEFAULT-VALUE})")
  String reason;

  @Override
  public void run() {
    String name = ResourceNames.alias(model.name(), alias);
    String target = version.equals(NOTHING) ? "" : ResourceNames.version(model.name(), version);
    try (Connection connection = connectionOptions.open()) {
      Aliases aliases = new Aliases(new Clients(connection).registry());
      Alias moved =
          etag == null
              ? aliases.move(name, target, reason)
              : aliases.move(name, target, reason, etag);
      output.console().result(moved, AliasView.list(List.of(moved)));
    }
  }
}
