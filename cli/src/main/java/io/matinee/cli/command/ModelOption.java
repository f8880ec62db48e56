package io.matinee.cli.command;

import io.matinee.cli.operation.ResourceNames;
import picocli.CommandLine.Option;

/** Which model slot. */
public final class ModelOption {
  @Option(
      names = "--model",
      paramLabel = "MODEL",
      defaultValue = "movies",
      description = "the model slot (default: ${DEFAULT-VALUE})")
  String model;

  /** "models/{model}". */
  public String name() {
    return ResourceNames.model(model);
  }
}
