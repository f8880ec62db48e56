package io.matinee.cli.command;

import io.matinee.cli.operation.ResourceNames;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which alias' version answers. */
public final class AliasOption {
  @Mixin ModelOption model;

  @Option(
      names = "--alias",
      paramLabel = "ALIAS",
      defaultValue = "",
      description = "the alias whose version answers (default: the first that the services follow)")
  String alias;

  /** "models/{model}"; also without an alias. */
  public String modelName() {
    return model.name();
  }

  /** "models/{model}/aliases/{alias}"; empty for none. */
  public String name() {
    return alias.isEmpty() ? "" : ResourceNames.alias(model.name(), alias);
  }
}
