package io.matinee.serving;

import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.snapshot.SnapshotContent;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Rankings and predictions by plain loops over what a version was written from. */
public final class BruteForce {
  private BruteForce() {}

  /** Returns all allowed movies for a trained user, best first, ties by the order of ids. */
  public static List<Integer> ranking(FactorModel model, int user, IntPredicate allowed) {
    return IntStream.range(0, model.movieCount())
        .filter(allowed)
        .boxed()
        .sorted(Comparator.comparingDouble(movie -> -score(model, user, movie)))
        .toList();
  }

  /** Returns the movies that a user may be recommended when no filter is given. */
  public static IntPredicate unseenCandidates(SnapshotContent content, int user) {
    RatingsMatrix training = content.training();
    int[] counts = training.movieRatingCounts();
    return movie -> counts[movie] > 0 && !training.contains(user, movie);
  }

  /** Returns the score of a movie for a trained user. */
  public static double score(FactorModel model, int user, int movie) {
    double score = model.mean() + at(model.userBias(), user) + at(model.movieBias(), movie);
    for (int index = 0; index < model.dimension(); index++) {
      score +=
          (double) model.userFactors()[user * model.dimension() + index]
              * model.movieFactors()[movie * model.dimension() + index];
    }
    return score;
  }

  private static double at(float[] biases, int index) {
    return biases.length == 0 ? 0 : biases[index];
  }
}
