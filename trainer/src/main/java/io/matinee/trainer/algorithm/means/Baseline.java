package io.matinee.trainer.algorithm.means;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.scoring.BiasModel;
import io.matinee.model.scoring.DampedBiases;
import io.matinee.model.snapshot.Lack;
import io.matinee.model.snapshot.ScorerTraits;
import io.matinee.trainer.algorithm.Algorithm;
import io.matinee.trainer.algorithm.AlgorithmDescription;
import io.matinee.trainer.algorithm.ProgressListener;
import io.matinee.trainer.algorithm.Task;
import io.matinee.trainer.algorithm.TrainedScorer;
import io.matinee.trainer.algorithm.TrainingTask;
import io.matinee.trainer.algorithm.setting.Real;
import io.matinee.trainer.algorithm.setting.Settings;
import java.util.List;
import java.util.Set;

/** The rating predictor {@code baseline}, mean and damped biases: {@link DampedBiases}. */
public final class Baseline implements Algorithm {

  private static final Real USER_DAMPING =
      Real.of(
              "user-damping",
              "Ratings without a residual that a user's bias starts with.",
              DampedBiases.USER_DAMPING)
          .from(0)
          .to(1e6);
  private static final Real MOVIE_DAMPING =
      Real.of(
              "movie-damping",
              "Ratings without a residual that a movie's bias starts with.",
              DampedBiases.MOVIE_DAMPING)
          .from(0)
          .to(1e6);

  private static final AlgorithmDescription DESCRIPTION =
      new AlgorithmDescription(
          "baseline",
          "Predicts ratings from the mean and the damped biases of user and movie.",
          "Koren, Factor in the Neighbors, TKDD 2010, section 2.1",
          Set.of(Task.RATING, Task.RANKING),
          Set.of(EventKind.RATING),
          List.of(USER_DAMPING, MOVIE_DAMPING),
          ScorerTraits.lacking(Lack.VECTORS),
          false);

  /** Makes the algorithm. */
  public Baseline() {}

  @Override
  public AlgorithmDescription description() {
    return DESCRIPTION;
  }

  @Override
  public TrainedScorer train(TrainingTask task, ProgressListener listener) {
    Settings settings = task.settings();
    BiasModel model =
        DampedBiases.fit(
            task.ratings(), task.scale(), settings.get(USER_DAMPING), settings.get(MOVIE_DAMPING));
    return new TrainedScorer(model, List.of());
  }
}
