package io.matinee.cli.command;

import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.cli.upload.ColumnList;
import io.matinee.cli.upload.FileForm;
import io.matinee.proto.model.v1.RatingScale;
import io.matinee.proto.trainer.v1.ImportOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say how ratings are written. */
final class ReadingOptions {
  @Option(
      names = "--columns",
      paramLabel = "COLUMNS",
      description =
          "what each column is, where no header says it: user,movie,rating,time in the file's order, - for one that is not read; without rating the rows are watches")
  @Nullable String columns;

  @Option(
      names = "--form",
      paramLabel = "FORM",
      description = "how the file is written: ${COMPLETION-CANDIDATES} (default: found out)")
  @Nullable FileForm form;

  @Option(
      names = "--scale",
      paramLabel = "MINIMUM:MAXIMUM:STEP",
      description = "the scale of the ratings (default: the form's own)")
  @Nullable String scale;

  /**
   * Returns what is given as part of an import's options.
   *
   * @throws CommandFailure when it is not well written
   */
  ImportOptions options() {
    ImportOptions.Builder options = ImportOptions.newBuilder();
    if (columns != null) {
      options.addAllColumns(ColumnList.parse(columns));
    }
    if (form != null) {
      options.setForm(form.contract());
    }
    if (scale != null) {
      options.setScale(parse(scale));
    }
    return options.build();
  }

  /** Returns the form that is given, by which files are looked for. */
  Optional<FileForm> form() {
    return Optional.ofNullable(form);
  }

  /**
   * Returns the same, which is nothing where there are no ratings to read.
   *
   * @param source the option that names the ratings
   * @param given whether it is given
   * @throws CommandFailure when only this is given, or not well written
   */
  ImportOptions options(String source, boolean given) {
    ImportOptions options = options();
    if (!given && !options.equals(ImportOptions.getDefaultInstance())) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--columns, --form and --scale are for the ratings of %s; give them".formatted(source));
    }
    return options;
  }

  private static RatingScale parse(String text) {
    String[] parts = text.split(":", -1);
    try {
      if (parts.length == 3) {
        return RatingScale.newBuilder()
            .setMinimum(Float.parseFloat(parts[0]))
            .setMaximum(Float.parseFloat(parts[1]))
            .setStep(Float.parseFloat(parts[2]))
            .build();
      }
    } catch (NumberFormatException notANumber) {
      throw malformed(text);
    }
    throw malformed(text);
  }

  private static CommandFailure malformed(String text) {
    return new CommandFailure(
        ExitCode.USAGE, "\"" + text + "\" is not a scale; give MINIMUM:MAXIMUM:STEP, e.g. .5:5:.5");
  }
}
