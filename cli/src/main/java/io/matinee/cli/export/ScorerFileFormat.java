package io.matinee.cli.export;

import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.proto.trainer.v1.ScorerFormat;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a scorer is written, by its name on the command line. */
public enum ScorerFileFormat {
  /** Safetensors. */
  safetensors,
  /** NumPy's archive. */
  numpy,
  /** Parquet, a file for the movies and one for the users. */
  parquet;

  /**
   * Returns the format of an export: the one that is asked for, or else the one that the place's
   * name ends in.
   *
   * @param place where it is written; of Parquet a folder
   * @throws CommandFailure when neither says one
   */
  public static ScorerFileFormat of(Path place, Optional<ScorerFileFormat> asked) {
    String name = place.toString().toLowerCase(Locale.ROOT);
    if (asked.isPresent()) {
      return asked.get();
    }
    if (name.endsWith(".safetensors")) {
      return safetensors;
    }
    if (name.endsWith(".npz")) {
      return numpy;
    }
    throw new CommandFailure(
        ExitCode.USAGE,
        place + " says no format; name a file .safetensors or .npz, or say --format");
  }

  /**
   * Returns the files that an export makes, with the format of each as the contracts name it.
   *
   * @param place the file, or the folder that takes movies.parquet and users.parquet
   */
  public Map<Path, ScorerFormat> files(Path place) {
    return switch (this) {
      case safetensors -> Map.of(place, ScorerFormat.SCORER_FORMAT_SAFETENSORS);
      case numpy -> Map.of(place, ScorerFormat.SCORER_FORMAT_NUMPY);
      case parquet -> {
        Map<Path, ScorerFormat> files = new LinkedHashMap<>();
        files.put(place.resolve("movies.parquet"), ScorerFormat.SCORER_FORMAT_PARQUET_MOVIES);
        files.put(place.resolve("users.parquet"), ScorerFormat.SCORER_FORMAT_PARQUET_USERS);
        yield files;
      }
    };
  }
}
