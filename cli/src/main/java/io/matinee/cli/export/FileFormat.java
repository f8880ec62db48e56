package io.matinee.cli.export;

import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.proto.trainer.v1.ExportFormat;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an export is written, by its name on the command line. */
public enum FileFormat {
  /** CSV. */
  csv(ExportFormat.EXPORT_FORMAT_CSV),
  /** Parquet. */
  parquet(ExportFormat.EXPORT_FORMAT_PARQUET);

  private final ExportFormat contract;

  FileFormat(ExportFormat contract) {
    this.contract = contract;
  }

  /**
   * Returns the format of a file: the one that is asked for, or else the one that its name ends in,
   * CSV if it ends in none.
   *
   * @throws CommandFailure when the name ends in another format than the one asked for
   */
  public static FileFormat of(Path file, Optional<FileFormat> asked) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    Optional<FileFormat> ending =
        Arrays.stream(values()).filter(format -> name.endsWith("." + format)).findFirst();
    FileFormat format = asked.or(() -> ending).orElse(csv);
    if (ending.isPresent() && ending.get() != format) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "%s would hold %s; rename it, or say --format %s".formatted(file, format, ending.get()));
    }
    return format;
  }

  /** Returns the format as the contracts name it. */
  public ExportFormat contract() {
    return contract;
  }
}
