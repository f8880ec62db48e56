package io.matinee.trainer.algorithm.implicit;

import io.matinee.model.linear.RowKernels;
import io.matinee.model.ratings.EventKind;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorObjective;
import io.matinee.model.snapshot.Epoch;
import io.matinee.model.snapshot.Lack;
import io.matinee.model.snapshot.ScorerTraits;
import io.matinee.runtime.error.MatineeException;
import io.matinee.trainer.algorithm.Algorithm;
import io.matinee.trainer.algorithm.AlgorithmDescription;
import io.matinee.trainer.algorithm.ArraySize;
import io.matinee.trainer.algorithm.EpochProgress;
import io.matinee.trainer.algorithm.Extent;
import io.matinee.trainer.algorithm.ProgressListener;
import io.matinee.trainer.algorithm.Task;
import io.matinee.trainer.algorithm.TrainedScorer;
import io.matinee.trainer.algorithm.TrainingTask;
import io.matinee.trainer.algorithm.likes.Likes;
import io.matinee.trainer.algorithm.likes.MinimumRating;
import io.matinee.trainer.algorithm.setting.Real;
import io.matinee.trainer.algorithm.setting.Settings;
import io.matinee.trainer.algorithm.setting.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The ranker {@code als}: matrix factorisation of implicit feedback by alternating least squares,
 * {@link HalfStep}. A rating of at least {@code minimum-rating} is a like; all other cells count as
 * weak dislikes. Ends with the users' step, solved exactly, so that folding a user's own likes in
 * gives the user's vector. Movies that nobody likes and users who like nothing have vectors of 0.
 */
public final class AlternatingLeastSquares implements Algorithm {

  private static final double NANOSECONDS = 1e9;

  /** What a row may be longer than its dimensions. */
  private static final int PADDED = RowKernels.PADDING - 1;

  private static final float INITIAL_WIDTH = .02f;
  private static final float[] NO_BIAS = {};

  private static final Whole DIMENSIONS =
      Whole.of("dimensions", "The length of a vector.", 64).from(1).to(1024);
  private static final Real REGULARISATION =
      Real.of(
              "regularisation",
              "The weight of a squared vector, times the confidence of all its cells to the exponent.",
              1)
          .from(1e-6)
          .to(1e6)
          .onLogScale();
  private static final Real EXPONENT =
      Real.of(
              "regularisation-exponent",
              "How the weight of a squared vector grows with the confidence of all its cells: 0 not at all, 1 with it.",
              .5)
          .from(0)
          .to(1);
  private static final Real ALPHA =
      Real.of("alpha", "The confidence in a like, where that in no like is 1.", 8)
          .from(1)
          .to(1e6)
          .onLogScale();
  private static final Whole ITERATIONS =
      Whole.of("iterations", "Passes over both sides.", 10).from(1).to(1000);

  private static final AlgorithmDescription DESCRIPTION =
      new AlgorithmDescription(
          "als",
          "Ranks movies by implicit feedback: which movies were liked or watched, which were not.",
          "Hu, Koren and Volinsky, Collaborative Filtering for Implicit Feedback Datasets, 2008; Rendle, Krichene, Zhang and Koren, Revisiting the Performance of iALS on Item Recommendation Benchmarks, 2022",
          Set.of(Task.RANKING),
          Set.of(EventKind.RATING, EventKind.WATCH),
          List.of(DIMENSIONS, REGULARISATION, EXPONENT, ALPHA, ITERATIONS, MinimumRating.PARAMETER),
          ScorerTraits.lacking(Lack.RATINGS),
          false);

  /** Makes the algorithm. */
  public AlternatingLeastSquares() {}

  @Override
  public AlgorithmDescription description() {
    return DESCRIPTION;
  }

  @Override
  public List<ArraySize> arrays(Extent extent) {
    return List.of(
        new ArraySize("users", extent.users(), DIMENSIONS, PADDED),
        new ArraySize("movies", extent.movies(), DIMENSIONS, PADDED));
  }

  /**
   * {@inheritDoc}
   *
   * @throws MatineeException NO_RATINGS where nobody likes anything
   */
  @Override
  public TrainedScorer train(TrainingTask task, ProgressListener listener) {
    Settings settings = task.settings();
    int dimensions = settings.get(DIMENSIONS);
    int iterations = settings.get(ITERATIONS);
    double regularisation = settings.get(REGULARISATION);
    double exponent = settings.get(EXPONENT);
    double alpha = settings.get(ALPHA);
    float minimumRating = MinimumRating.of(settings, task.scale());
    Likes byUser = Likes.some(task.ratings(), minimumRating);
    Likes byMovie = byUser.transposed(task.ratings().movieCount());
    FactorObjective.Implicit objective =
        new FactorObjective.Implicit(regularisation, exponent, alpha, minimumRating);
    int activeUsers = byUser.filledRows().length;
    int likedMovies = byMovie.filledRows().length;
    FactorRows users = initial(byUser, dimensions, task.seed());
    FactorRows movies = FactorRows.zeros(task.ratings().movieCount(), dimensions);
    List<Epoch> curve = new ArrayList<>();
    long start = System.nanoTime();
    for (int iteration = 1; iteration <= iterations; iteration++) {
      long iterationStart = System.nanoTime();
      task.cancellation().check();
      new HalfStep(users, movies, byMovie, activeUsers, objective).improve();
      task.cancellation().check();
      HalfStep step = new HalfStep(movies, users, byUser, likedMovies, objective);
      double loss = iteration < iterations ? step.improve() : step.solve();
      loss += penalty(movies, byMovie, activeUsers, objective);
      Epoch epoch = new Epoch(iteration, Map.of(Epoch.TRAINING_LOSS, loss / byUser.count()));
      curve.add(epoch);
      double remaining = secondsSince(start) / iteration * (iterations - iteration);
      double likesPerSecond = byUser.count() / secondsSince(iterationStart);
      listener.epochEnded(new EpochProgress(epoch, iterations, remaining, likesPerSecond));
    }
    FactorModel model =
        new FactorModel(
            dimensions,
            movies.unpadded(),
            users.unpadded(),
            NO_BIAS,
            NO_BIAS,
            0,
            task.scale(),
            objective);
    return new TrainedScorer(model, curve);
  }

  /** Small random vectors of the users who like something. */
  private static FactorRows initial(Likes byUser, int dimensions, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    FactorRows factors = FactorRows.zeros(byUser.rows(), dimensions);
    for (int user : byUser.filledRows()) {
      for (int index = 0; index < dimensions; index++) {
        factors.values()[user * factors.length() + index] =
            (random.nextFloat() - .5f) * INITIAL_WIDTH;
      }
    }
    return factors;
  }

  /** The movies' regularisation. */
  private static double penalty(
      FactorRows movies, Likes byMovie, int users, FactorObjective.Implicit objective) {
    double penalty = 0;
    for (int movie : byMovie.filledRows()) {
      double squares = 0;
      for (int index = movie * movies.length(); index < (movie + 1) * movies.length(); index++) {
        squares += (double) movies.values()[index] * movies.values()[index];
      }
      penalty += objective.weight(byMovie.count(movie), users) * squares;
    }
    return penalty;
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / NANOSECONDS;
  }
}
