package io.matinee.bench;

import io.matinee.bench.suite.PreparedHome;
import io.matinee.model.durable.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a benchmark finds its data and may write.
 *
 * @param root the repository
 * @param data the folder with ml-latest-small-2016
 * @param reference the folder with the stored splits
 * @param scratch an empty folder, deleted afterwards
 * @param options what the run is asked for
 */
public record Workplace(Path root, Path data, Path reference, Path scratch, RunOptions options)
    implements AutoCloseable {

  /** The data set that the figures are measured on. */
  public static final String MOVIELENS = "ml-latest-small-2016";

  /**
   * Opens the workplace from MATINEE_DATA (default: shared/data beside the repository),
   * MATINEE_REFERENCE (default: reference beside the data) and the system property {@code
   * matinee.root} (default: the working folder).
   */
  public static Workplace open(RunOptions options) throws IOException {
    Path root = Path.of(System.getProperty("matinee.root", ".")).toAbsolutePath().normalize();
    Path data = setting("MATINEE_DATA", root.resolveSibling("shared").resolve("data"));
    Path reference = setting("MATINEE_REFERENCE", data.resolveSibling("reference"));
    return new Workplace(
        root, data, reference, Files.createTempDirectory("matinee-bench"), options);
  }

  /**
   * Returns the folder of the MovieLens set.
   *
   * @throws IOException when it is not there
   */
  public Path movieLens() throws IOException {
    if (!Files.isRegularFile(data.resolve(MOVIELENS).resolve("ratings.csv"))) {
      throw new IOException(
          "no " + MOVIELENS + "/ratings.csv in " + data + "; set MATINEE_DATA to its folder");
    }
    return data.resolve(MOVIELENS);
  }

  /** Returns a home in the scratch folder that serves the MovieLens set; takes about a minute. */
  public PreparedHome preparedHome() throws IOException, InterruptedException {
    return PreparedHome.make(root, movieLens(), scratch.resolve("home"));
  }

  @Override
  public void close() throws IOException {
    Folders.delete(scratch);
  }

  private static Path setting(String variable, Path fallback) {
    String value = System.getenv(variable);
    return value == null ? fallback : Path.of(value).toAbsolutePath();
  }
}
