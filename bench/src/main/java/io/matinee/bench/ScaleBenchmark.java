package io.matinee.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.matinee.bench.scale.LeastSquaresFit;
import io.matinee.bench.scale.SplitLikes;
import io.matinee.bench.size.TasteRatings;
import io.matinee.bench.suite.OwnedProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code als} of 64 dimensions and 10 iterations on the likes of 16.6 million generated ratings, by
 * two threads, beside implicit's with as many, right before and after. The library's one weight for
 * all vectors is {@link #WEIGHT}, near the middle of those that {@code als} gives to users and
 * movies, so that both shrink alike and the NDCG@10 tells whether speed is bought with quality.
 */
final class ScaleBenchmark implements Benchmark {
  private static final int USERS = 138_000;
  private static final int MOVIES = 27_000;
  private static final int DRAWS = 20_000_000;
  private static final int DIMENSIONS = 64;
  private static final int ITERATIONS = 10;
  private static final int JUDGED = 10_000;
  private static final int WEIGHT = 250;
  private static final long SEED = 7;
  private static final double LEAST_SPEED = .8;
  private static final double LEAST_GAIN = .98;

  @Override
  public String name() {
    return "scale";
  }

  @Override
  public String description() {
    return "als on 16.6 million generated ratings beside implicit's: speed, NDCG@10, memory; "
        + "--size=.1 for a tenth";
  }

  @Override
  public List<Figure> run(Workplace workplace) throws Exception {
    Figures figures = new Figures();
    int users = workplace.options().times(USERS);
    Path folder = workplace.scratch().resolve("scale");
    long ratings =
        TasteRatings.write(folder, users, MOVIES, workplace.options().times(DRAWS), SEED);
    int likes = new SplitLikes(folder).write(folder.resolve("ratings.csv"), SEED);
    figures.add(Figure.reported("generated ratings", ratings, ""));
    figures.add(Figure.reported("likes for training", likes, ""));
    JsonNode before = yardstick(workplace, folder, users);
    JsonNode ours = fit(folder, users);
    JsonNode after = yardstick(workplace, folder, users);
    double theirs = (before.get("seconds").asDouble() + after.get("seconds").asDouble()) / 2;
    double seconds = ours.get("seconds").asDouble();
    double gain = ours.get("gain").asDouble();
    double theirGain = before.get("gain").asDouble();
    figures.add(Figure.reported("als, fit", seconds, "s"));
    figures.add(Figure.reported(PythonPackage.IMPLICIT.inWords() + ", fit", theirs, "s"));
    figures.add(goal(workplace, "speed to implicit's", theirs / seconds, LEAST_SPEED));
    figures.add(Figure.reported("als, NDCG@10", gain, ""));
    figures.add(Figure.reported("implicit, NDCG@10", theirGain, ""));
    figures.add(goal(workplace, "NDCG@10 to implicit's", gain / theirGain, LEAST_GAIN));
    double popular = ours.get("gain_of_popular").asDouble();
    figures.add(Figure.reported("popular, NDCG@10", popular, ""));
    figures.add(goal(workplace, "NDCG@10 to popular's", gain / popular, 1));
    figures.add(
        Figure.reported("als, peak of its process", ours.get("mebibytes").asDouble(), "MiB"));
    return figures.all();
  }

  private static Figure goal(Workplace workplace, String name, double ratio, double goal) {
    return workplace.options().isUsual()
        ? Figure.atLeast(name, ratio, "ratio", goal)
        : Figure.reported(name, ratio, "ratio");
  }

  private static JsonNode yardstick(Workplace workplace, Path folder, int users)
      throws IOException, InterruptedException {
    return new PythonYardstick(workplace.root())
        .run(
            "fit_implicit.py",
            List.of(PythonPackage.IMPLICIT, PythonPackage.NUMPY, PythonPackage.SCIPY),
            folder,
            users,
            MOVIES,
            DIMENSIONS,
            ITERATIONS,
            JUDGED,
            WEIGHT);
  }

  /** A process with the options of a worker and two threads. */
  private static JsonNode fit(Path folder, int users) throws IOException, InterruptedException {
    Process process =
        OwnedProcess.start(
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx2g",
                    "-XX:+UseSerialGC",
                    "-XX:ActiveProcessorCount=2",
                    "--enable-native-access=ALL-UNNAMED",
                    "--add-modules=jdk.incubator.vector",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-cp",
                    System.getProperty("java.class.path"),
                    LeastSquaresFit.class.getName(),
                    folder.toString(),
                    Integer.toString(users),
                    Integer.toString(MOVIES),
                    Integer.toString(DIMENSIONS),
                    Integer.toString(ITERATIONS),
                    Integer.toString(JUDGED))
                .redirectError(ProcessBuilder.Redirect.INHERIT));
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IOException("the fit ended with " + exit);
    }
    return new ObjectMapper().readTree(text);
  }
}
