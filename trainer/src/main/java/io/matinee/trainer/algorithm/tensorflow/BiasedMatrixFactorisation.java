package io.matinee.trainer.algorithm.tensorflow;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.snapshot.ScorerTraits;
import io.matinee.trainer.algorithm.AlgorithmDescription;
import io.matinee.trainer.algorithm.ArraySize;
import io.matinee.trainer.algorithm.Extent;
import io.matinee.trainer.algorithm.Heap;
import io.matinee.trainer.algorithm.ProgressListener;
import io.matinee.trainer.algorithm.Task;
import io.matinee.trainer.algorithm.TrainedScorer;
import io.matinee.trainer.algorithm.TrainingTask;
import io.matinee.trainer.algorithm.setting.Real;
import io.matinee.trainer.algorithm.setting.Settings;
import io.matinee.trainer.algorithm.setting.Whole;
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
public final class BiasedMatrixFactorisation implements TensorFlowAlgorithm {

  private static final Whole DIMENSIONS =
      Whole.of("dimensions", "The length of a vector.", 50).from(1).to(1024);
  private static final Real LEARNING_RATE =
      Real.of("learning-rate", "The step size of Adam.", .001).from(1e-6).to(1).onLogScale();
  private static final Whole BATCH_SIZE =
      Whole.of("batch-size", "How many ratings a step takes.", 64).from(1).to(65_536);
  private static final Whole EPOCHS =
      Whole.of("epochs", "Passes over the ratings at most.", 20).from(1).to(1000);
  private static final Real REGULARISATION =
      Real.of(
              "regularisation",
              "The weight of the squared vectors of a rating's user and movie in its loss.",
              .05)
          .from(0)
          .to(100);
  private static final Real VALIDATION_SHARE =
      Real.of(
              "validation-share",
              "The share of training ratings that is left out to find the best epoch.",
              .05)
          .from(0)
          .to(.5);
  private static final Whole PATIENCE =
      Whole.of("patience", "Epochs without a better validation loss before it stops.", 3)
          .from(1)
          .to(1000);
  private static final Whole STEPS_PER_CALL =
      Whole.of("steps-per-call", "Steps chained in one call; for speed only.", 16).from(1).to(256);

  private static final AlgorithmDescription DESCRIPTION =
      new AlgorithmDescription(
          "biased-mf",
          "Predicts ratings from user and movie vectors and biases, trained on TensorFlow.",
          "Koren, Bell and Volinsky, Matrix Factorization Techniques for Recommender Systems, 2009",
          Set.of(Task.RATING, Task.RANKING),
          Set.of(EventKind.RATING),
          List.of(
              DIMENSIONS,
              LEARNING_RATE,
              BATCH_SIZE,
              EPOCHS,
              REGULARISATION,
              VALIDATION_SHARE,
              PATIENCE,
              STEPS_PER_CALL),
          ScorerTraits.lacking(),
          true);

  /** Makes the algorithm; loads nothing yet. */
  public BiasedMatrixFactorisation() {}

  @Override
  public AlgorithmDescription description() {
    return DESCRIPTION;
  }

  @Override
  public List<ArraySize> arrays(Extent extent) {
    return List.of(
        new ArraySize("users", extent.users(), DIMENSIONS, FactorisationShape.BIASES),
        new ArraySize("movies", extent.movies(), DIMENSIONS, FactorisationShape.BIASES));
  }

  @Override
  public TrainedScorer train(TrainingTask task, ProgressListener listener) {
    Settings settings = task.settings();
    FactorisationMemory.of(
            (long) task.ratings().userCount() + task.ratings().movieCount(),
            settings.get(DIMENSIONS) + FactorisationShape.BIASES,
            task.ratings().ratingCount())
        .requireWithin(Heap.now());
    SplittableRandom random = new SplittableRandom(task.seed());
    Examples all = Examples.of(task.ratings());
    all.shuffle(random);
    int validationCount = (int) Math.round(all.count() * settings.get(VALIDATION_SHARE));
    Examples validation = all.part(0, validationCount);
    Examples training = all.part(validationCount, all.count());
    FactorisationStart start = FactorisationStart.of(training, task.ratings(), task.scale());
    FactorisationShape shape = shape(task, start);
    try (FactorisationSession session =
        new FactorisationSession(shape, settings.get(LEARNING_RATE), task.device())) {
      session.initialise(random.nextLong(), start.userBias(), start.movieBias());
      EpochLoop loop =
          new EpochLoop(
              task, session, training, validation, random, listener, settings.get(PATIENCE));
      EpochLoop.Outcome outcome = loop.run(settings.get(EPOCHS));
      FactorModel model = FactorModelExport.of(outcome.best(), shape, start, task);
      return new TrainedScorer(model, outcome.learningCurve()).with(FactorServing.of(model));
    }
  }

  private static FactorisationShape shape(TrainingTask task, FactorisationStart start) {
    Settings settings = task.settings();
    return new FactorisationShape(
        task.ratings().userCount(),
        task.ratings().movieCount(),
        settings.get(DIMENSIONS),
        settings.get(BATCH_SIZE),
        settings.get(STEPS_PER_CALL),
        settings.get(REGULARISATION).floatValue(),
        task.scale().minimum(),
        task.scale().range(),
        start.offset());
  }
}
