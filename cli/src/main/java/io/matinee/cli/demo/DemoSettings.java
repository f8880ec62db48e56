package io.matinee.cli.demo;

import io.matinee.proto.trainer.v1.ImportOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a demo is asked for.
 *
 * @param data ratings to use; empty for what the home has, a download, or the bundled sample
 * @param options how that data is written; the default instance where it says so itself
 * @param offline whether the network is left alone
 * @param user whom to recommend to; empty for who has the most ratings
 * @param seed of the training and of the intervals
 */
public record DemoSettings(
    Optional<Path> data, ImportOptions options, boolean offline, Optional<String> user, long seed) {
  /** The data set of the demo. */
  public static final String DATASET = "datasets/movielens";

  /** The model slot of the demo. */
  public static final String MODEL = "models/movies";

  /** The alias that the readers follow. */
  public static final String PRODUCTION = MODEL + "/aliases/production";

  /** The alias of what may become production. */
  public static final String CANDIDATE = MODEL + "/aliases/candidate";

  private static final String ZIP = ".zip";

  /**
   * Returns what the trainer must be allowed to read: the data, which may be a link, and what lies
   * beside a single file of ratings.
   */
  public List<Path> importRoots() {
    return data.map(Path::toAbsolutePath)
        .map(path -> isWhole(path) ? List.of(path) : List.of(path, folder(path)))
        .orElse(List.of());
  }

  private static boolean isWhole(Path path) {
    return Files.isDirectory(path) || path.toString().endsWith(ZIP);
  }

  private static Path folder(Path file) {
    Path folder = file.getParent();
    return folder == null ? file : folder;
  }
}
