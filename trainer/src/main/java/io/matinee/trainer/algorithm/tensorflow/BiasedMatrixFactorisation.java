package io.matinee.trainer.algorithm.tensorflow;

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
import java.util.SplittableRandom;

/**
 * The rating predictor {@code biased-mf}: {@link FactorisationGraph} trained by {@link LazyAdam} on
 * TensorFlow through DJL.
 *
 * <p>A share of the training rows, drawn by the seed, is left out to validate on; the weights of
 * the epoch with the least validation loss are kept. Biases start from damped means, vectors near
 * 0. The result depends on the task alone, not on how many steps a call chains.
 */
public final class BiasedMatrixFactorisation implements Algorithm {

  private static final AlgorithmDescription DESCRIPTION =
      new AlgorithmDescription(
          "biased-mf",
          "Predicts ratings from user and movie vectors and biases, trained on TensorFlow.",
          "Koren, Bell and Volinsky, Matrix Factorization Techniques for Recommender Systems, 2009",
          Set.of(Task.RATING, Task.RANKING),
          List.of(
              HyperParameter.whole("dimensions", "The length of a vector.", 50, 1, 1024),
              HyperParameter.real("learning-rate", "The step size of Adam.", .001, 1e-6, 1),
              HyperParameter.whole("batch-size", "Ratings a step.", 64, 1, 65_536),
              HyperParameter.whole("epochs", "Passes over the ratings at most.", 20, 1, 1000),
              HyperParameter.real(
                  "regularisation",
                  "The weight of the squared vectors of a rating's user and movie in its loss.",
                  .05,
                  0,
                  100),
              HyperParameter.real(
                  "validation-share",
                  "The share of training ratings that is left out to find the best epoch.",
                  .05,
                  0,
                  .5),
              HyperParameter.whole(
                  "patience",
                  "Epochs without a better validation loss before it stops.",
                  3,
                  1,
                  1000),
              HyperParameter.whole(
                  "steps-per-call", "Steps chained in one call; for speed only.", 16, 1, 256)),
          true);

  /** Makes the algorithm; loads nothing yet. */
  public BiasedMatrixFactorisation() {}

  @Override
  public AlgorithmDescription description() {
    return DESCRIPTION;
  }

  @Override
  public TrainedScorer train(TrainingTask task, ProgressListener listener) {
    Settings settings = task.settings();
    SplittableRandom random = new SplittableRandom(task.seed());
    Examples all = Examples.of(task.ratings());
    all.shuffle(random);
    int validationCount = (int) Math.round(all.count() * settings.real("validation-share"));
    Examples validation = all.part(0, validationCount);
    Examples training = all.part(validationCount, all.count());
    FactorisationStart start = FactorisationStart.of(training, task.ratings(), task.scale());
    FactorisationShape shape = shape(task, start);
    try (FactorisationSession session =
        new FactorisationSession(shape, settings.real("learning-rate"))) {
      session.initialise(random.nextLong(), start.userBias(), start.movieBias());
      EpochLoop loop = new EpochLoop(session, training, validation, random, listener);
      EpochLoop.Outcome outcome = loop.run(settings.whole("epochs"), settings.whole("patience"));
      return new TrainedScorer(
          FactorModelExport.of(outcome.best(), shape, task), outcome.learningCurve());
    }
  }

  private static FactorisationShape shape(TrainingTask task, FactorisationStart start) {
    Settings settings = task.settings();
    return new FactorisationShape(
        task.ratings().userCount(),
        task.ratings().movieCount(),
        settings.whole("dimensions"),
        settings.whole("batch-size"),
        settings.whole("steps-per-call"),
        (float) settings.real("regularisation"),
        task.scale().minimum(),
        task.scale().range(),
        start.offset());
  }
}
