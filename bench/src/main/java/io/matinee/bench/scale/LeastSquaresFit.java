package io.matinee.bench.scale;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.matinee.model.metric.ranking.NormalisedDiscountedCumulativeGain;
import io.matinee.model.metric.ranking.Relevance;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.Popularity;
import io.matinee.model.scoring.Scorer;
import io.matinee.model.scoring.ScorerModel;
import io.matinee.model.scoring.ranking.TopK;
import io.matinee.trainer.algorithm.Algorithm;
import io.matinee.trainer.algorithm.AlgorithmCatalogue;
import io.matinee.trainer.algorithm.KeptChoice;
import io.matinee.trainer.algorithm.TrainingTask;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The program that fits {@code als} to {@link SplitLikes} as a worker does. Arguments: folder,
 * users, movies, dimensions, iterations, judged users. Prints one JSON object: seconds, peak
 * resident memory in MiB, NDCG@10 of every so many-th user's held-out likes, and of {@code
 * popular}.
 */
public final class LeastSquaresFit {
  private static final int CUT_OFF = 10;
  private static final RatingScale SCALE = RatingScale.MOVIELENS_HALF_STARS;

  private LeastSquaresFit() {}

  /** Runs the program. */
  public static void main(String[] arguments) throws Exception {
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
    PrintStream report = System.out;
    System.setOut(System.err);
    SplitLikes likes = new SplitLikes(Path.of(arguments[0]));
    IdDictionary users = numbered(Integer.parseInt(arguments[1]));
    IdDictionary movies = numbered(Integer.parseInt(arguments[2]));
    int judged = Integer.parseInt(arguments[5]);
    RatingsMatrix training = matrix(users, movies, likes.training());
    Algorithm algorithm = AlgorithmCatalogue.algorithm("als").orElseThrow();
    KeptChoice choice =
        new KeptChoice(
            algorithm.description().id(),
            Map.of("dimensions", arguments[3], "iterations", arguments[4]));
    TrainingTask task =
        TrainingTask.ofRatings(
            training, SCALE, choice.choice().settings(algorithm.description()), 42);
    long start = System.nanoTime();
    ScorerModel model = algorithm.train(task, progress -> {}).model();
    double seconds = (System.nanoTime() - start) / 1e9;
    double mebibytes = peakMebibytes();
    RatingsMatrix heldOut = matrix(users, movies, likes.heldOut());
    Map<String, Double> figures =
        Map.of(
            "seconds",
            seconds,
            "mebibytes",
            mebibytes,
            "gain",
            gain(Scorer.of(model, training), training, heldOut, judged),
            "gain_of_popular",
            gain(Scorer.of(Popularity.fit(training, SCALE), training), training, heldOut, judged));
    report.println(new ObjectMapper().writeValueAsString(figures));
  }

  private static IdDictionary numbered(int count) {
    return IdDictionary.of(IntStream.range(0, count).mapToObj(Integer::toString).toList());
  }

  private static RatingsMatrix matrix(IdDictionary users, IdDictionary movies, IntBuffer likes) {
    RatingsMatrix.Builder builder = RatingsMatrix.builder(users, movies);
    while (likes.hasRemaining()) {
      builder.add(likes.get(), likes.get(), SCALE.maximum(), 0);
    }
    return builder.build();
  }

  private static double gain(
      Scorer scorer, RatingsMatrix training, RatingsMatrix heldOut, int judged) {
    int step = Math.max(1, training.userCount() / judged);
    return IntStream.iterate(0, user -> user < training.userCount(), user -> user + step)
        .parallel()
        .filter(user -> heldOut.userRatingCount(user) > 0)
        .mapToDouble(user -> gainOf(user, scorer, training, heldOut))
        .average()
        .orElseThrow();
  }

  private static double gainOf(
      int user, Scorer scorer, RatingsMatrix training, RatingsMatrix heldOut) {
    float[] scores = new float[scorer.movieCount()];
    scorer.scoreAll(scorer.user(user).orElseGet(scorer::nobody), scores);
    int[] list = TopK.select(scores, CUT_OFF, movie -> !training.contains(user, movie));
    int[] liked =
        IntStream.range(heldOut.userStart(user), heldOut.userEnd(user))
            .map(heldOut::movieAt)
            .toArray();
    return NormalisedDiscountedCumulativeGain.of(list, Relevance.of(liked), CUT_OFF);
  }

  private static double peakMebibytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
        .sum();
  }
}
