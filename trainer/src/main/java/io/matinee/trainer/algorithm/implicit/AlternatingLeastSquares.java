package io.matinee.trainer.algorithm.implicit;

import io.matinee.model.linear.Vectors;
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
 * The ranker {@code als}: matrix factorisation of implicit feedback by alternating exact least
 * squares, {@link HalfStep}. A rating of at least {@code minimum-rating} is a like; all other cells
 * count as weak dislikes. Ends with the users' step, so that folding a user's own likes in gives
 * the user's vector. Movies that nobody likes and users who like nothing have vectors of 0.
 */
public final class AlternatingLeastSquares implements Algorithm {

  private static final double NANOSECONDS = 1e9;
  private static final float INITIAL_WIDTH = .02f;
  private static final float[] NO_BIAS = {};

  private static final Whole DIMENSIONS =
      Whole.of("dimensions", "The length of a vector.", 64).from(1).to(1024);
  private static final Real REGULARISATION =
      Real.of("regularisation", "The weight of the squared vectors in the loss.", 50)
          .from(1e-6)
          .to(1e6)
          .onLogScale();
  private static final Real ALPHA =
      Real.of("alpha", "The confidence in a like, where that in no like is 1.", 8)
          .from(1)
          .to(1e6)
          .onLogScale();
  private static final Whole ITERATIONS =
      Whole.of("iterations", "Passes over both sides.", 15).from(1).to(1000);

  private static final AlgorithmDescription DESCRIPTION =
      new AlgorithmDescription(
          "als",
          "Ranks movies by implicit feedback: which movies were liked or watched, which were not.",
          "Hu, Koren and Volinsky, Collaborative Filtering for Implicit Feedback Datasets, 2008",
          Set.of(Task.RANKING),
          Set.of(EventKind.RATING, EventKind.WATCH),
          List.of(DIMENSIONS, REGULARISATION, ALPHA, ITERATIONS, MinimumRating.PARAMETER),
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
        new ArraySize("users", extent.users(), DIMENSIONS, 0),
        new ArraySize("movies", extent.movies(), DIMENSIONS, 0));
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
    double alpha = settings.get(ALPHA);
    float minimumRating = MinimumRating.of(settings, task.scale());
    Likes byUser = Likes.some(task.ratings(), minimumRating);
    Likes byMovie = byUser.transposed(task.ratings().movieCount());
    float[] users = initial(byUser, dimensions, task.seed());
    float[] movies = {};
    List<Epoch> curve = new ArrayList<>();
    long start = System.nanoTime();
    for (int iteration = 1; iteration <= iterations; iteration++) {
      long iterationStart = System.nanoTime();
      task.cancellation().check();
      movies = new HalfStep(users, dimensions, regularisation, alpha).solve(byMovie);
      task.cancellation().check();
      users = new HalfStep(movies, dimensions, regularisation, alpha).solve(byUser);
      double loss =
          ImplicitLoss.afterUserStep(
              byUser,
              Vectors.rows(users, dimensions),
              Vectors.rows(movies, dimensions),
              regularisation,
              alpha);
      Epoch epoch = new Epoch(iteration, Map.of(Epoch.TRAINING_LOSS, loss));
      curve.add(epoch);
      double remaining = secondsSince(start) / iteration * (iterations - iteration);
      double likesPerSecond = byUser.count() / secondsSince(iterationStart);
      listener.epochEnded(new EpochProgress(epoch, iterations, remaining, likesPerSecond));
    }
    FactorObjective objective = new FactorObjective.Implicit(regularisation, alpha, minimumRating);
    FactorModel model =
        new FactorModel(dimensions, movies, users, NO_BIAS, NO_BIAS, 0, task.scale(), objective);
    return new TrainedScorer(model, curve);
  }

  /** Small random vectors of the users who like something. */
  private static float[] initial(Likes byUser, int dimensions, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] factors = new float[byUser.rows() * dimensions];
    for (int user = 0; user < byUser.rows(); user++) {
      for (int index = 0; byUser.count(user) > 0 && index < dimensions; index++) {
        factors[user * dimensions + index] = (random.nextFloat() - .5f) * INITIAL_WIDTH;
      }
    }
    return factors;
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / NANOSECONDS;
  }
}
