package io.matinee.cli.command;

import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.export.ScorerExport;
import io.matinee.cli.export.ScorerFileFormat;
import io.matinee.cli.export.ScorerName;
import io.matinee.cli.operation.ResourceNames;
import io.matinee.cli.output.Console;
import io.matinee.cli.progress.Progress;
import io.matinee.cli.progress.ProgressDisplay;
import io.matinee.proto.trainer.v1.ExportModelVersionHeader;
import io.matinee.proto.trainer.v1.ExportModelVersionRequest;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc.ModelRegistryServiceBlockingStub;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a scorer into files that other programs read. */
@Command(
    name = "export",
    description = {
      "Writes a scorer of a version with the ids of its movies and users, for notebooks and other programs.",
      "Each file is there whole or not at all; one of that name is replaced."
    })
public final class VersionsExportCommand implements Runnable {
  @Mixin ConnectionOptions connectionOptions;
  @Mixin OutputOptions output;
  @Mixin ModelOption model;

  @Parameters(paramLabel = "VERSION", description = "a number, or \"models/M/versions/N\"")
  String version;

  @Option(
      names = "--scorer",
      paramLabel = "SCORER",
      defaultValue = "ranking",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  ScorerName scorer;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "${COMPLETION-CANDIDATES} (default: as the file's name ends, .safetensors or .npz)")
  @Nullable ScorerFileFormat format;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "PATH",
      description =
          "the file; of parquet an existing folder, which gets movies.parquet and users.parquet")
  Path place;

  @Override
  public void run() {
    ScorerFileFormat chosen = ScorerFileFormat.of(place, Optional.ofNullable(format));
    Console console = output.console();
    try (Connection connection = connectionOptions.open()) {
      ModelRegistryServiceBlockingStub registry = new Clients(connection).registry();
      ExportModelVersionRequest.Builder request =
          ExportModelVersionRequest.newBuilder()
              .setName(ResourceNames.version(model.name(), version))
              .setScorer(scorer.contract());
      List<WrittenFile> written = new ArrayList<>();
      chosen
          .files(place)
          .forEach(
              (file, how) ->
                  written.add(save(console, registry, request.setFormat(how).build(), file)));
      console.result(
          Map.of("files", written),
          written.stream()
              .map(file -> file.inWords(scorer, request.getName()))
              .collect(Collectors.joining(System.lineSeparator())));
    }
  }

  private static WrittenFile save(
      Console console,
      ModelRegistryServiceBlockingStub registry,
      ExportModelVersionRequest request,
      Path file) {
    try (Progress progress = ProgressDisplay.open(console, "Exporting")) {
      ExportModelVersionHeader header = new ScorerExport(registry, progress).save(request, file);
      return new WrittenFile(file.toString(), header.getSizeBytes(), header.getSha256());
    }
  }

  /**
   * A file that was written.
   *
   * @param file its name as it was given
   * @param sizeBytes its size
   * @param sha256 the digest of its bytes
   */
  private record WrittenFile(String file, long sizeBytes, String sha256) {
    String inWords(ScorerName scorer, String version) {
      return "Wrote the %s scorer of %s into %s: %,d bytes, SHA-256 %s"
          .formatted(scorer, version, file, sizeBytes, sha256);
    }
  }
}
