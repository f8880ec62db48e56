package io.matinee.trainer.algorithm.means;

import io.matinee.model.scoring.DampedBiases;
import io.matinee.model.scoring.FactorModel;
import io.matinee.trainer.algorithm.Algorithm;
import io.matinee.trainer.algorithm.AlgorithmDescription;
import io.matinee.trainer.algorithm.HyperParameter;
import io.matinee.trainer.algorithm.ProgressListener;
import io.matinee.trainer.algorithm.Settings;
import io.matinee.trainer.algorithm.Task;
import io.matinee.trainer.algorithm.TrainedScorer;
import io.matinee.trainer.algorithm.TrainingTask;
import java.util.List;
import java.util.Set;

/** The rating predictor {@code baseline}, mean and damped biases: {@link DampedBiases}. */
public final class Baseline implements Algorithm {

  private static final AlgorithmDescription DESCRIPTION =
      new AlgorithmDescription(
          "baseline",
          "Predicts ratings from the mean and the damped biases of user and movie.",
          "Koren, Factor in the Neighbors, TKDD 2010, section 2.1",
          Set.of(Task.RATING, Task.RANKING),
          List.of(
              HyperParameter.real(
                  "user-damping",
                  "Ratings without a residual that a user's bias starts with.",
                  15,
                  0,
                  1e6),
              HyperParameter.real(
                  "movie-damping",
                  "Ratings without a residual that a movie's bias starts with.",
                  10,
                  0,
                  1e6)),
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
    FactorModel model =
        DampedBiases.fit(
            task.ratings(),
            task.scale(),
            settings.real("user-damping"),
            settings.real("movie-damping"));
    return new TrainedScorer(model, List.of());
  }
}
