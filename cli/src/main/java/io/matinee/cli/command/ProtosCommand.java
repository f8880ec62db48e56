package io.matinee.cli.command;

import io.matinee.cli.contract.ContractFiles;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the contracts. */
@Command(
    name = "protos",
    description =
        "Writes the protos with all their imports, the descriptor set matinee.binpb, and a gRPC service config a service.")
public final class ProtosCommand implements Runnable {
  @Mixin OutputOptions output;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "where to write")
  Path folder;

  @Override
  public void run() {
    try {
      List<String> written = ContractFiles.write(folder);
      output
          .console()
          .result(
              Map.of("folder", folder.toString(), "files", written),
              "Wrote %d files to %s".formatted(written.size(), folder));
    } catch (IOException refused) {
      throw new CommandFailure(
          ExitCode.FAILED, "cannot write to " + folder + ": " + refused.getMessage());
    }
  }
}
