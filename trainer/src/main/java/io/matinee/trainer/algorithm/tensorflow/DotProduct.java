package io.matinee.trainer.algorithm.tensorflow;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.snapshot.ScorerTraits;
import io.matinee.trainer.algorithm.AlgorithmDescription;
import io.matinee.trainer.algorithm.ArraySize;
import io.matinee.trainer.algorithm.Extent;
import io.matinee.trainer.algorithm.ProgressListener;
import io.matinee.trainer.algorithm.Task;
import io.matinee.trainer.algorithm.TrainedScorer;
import io.matinee.trainer.algorithm.TrainingTask;
import io.matinee.trainer.algorithm.setting.Choice;
import io.matinee.trainer.algorithm.setting.Real;
import io.matinee.trainer.algorithm.setting.Settings;
import io.matinee.trainer.algorithm.setting.Whole;
import java.util.List;
import java.util.Set;

/**
 * The rating predictor {@code embedding-dot}: {@link DotNetwork} as notebooks train it on Keras or
 * PyTorch, with their starts, losses and optimisers. Its defaults are those of the preset {@code
 * notebook-001-v2}. The result depends on the task alone.
 */
public final class DotProduct implements TensorFlowAlgorithm {

  static final Whole DIMENSIONS =
      Whole.of("dimensions", "The length of a vector.", 50).from(1).to(1024);
  static final Choice<BiasStart> BIASES =
      Choice.of(
          "biases",
          "How the biases of users and movies start; none for none.",
          BiasStart.HE_NORMAL);
  static final Real BIAS_REGULARISATION =
      Real.of(
              "bias-regularisation",
              "The weight of the squares of all biases in a step's loss.",
              1e-6)
          .from(0)
          .to(1);
  static final Choice<DotNetwork.Product> PRODUCT =
      Choice.of(
          "product",
          "Whether a rating is learnt from its own product of vectors or, a mistake of notebooks,"
              + " from the sum of its batch's.",
          DotNetwork.Product.OF_PAIR);
  static final Choice<TableRows> ROWS =
      Choice.of(
          "rows",
          "Whether each user and movie has a row of its own or, a mistake of notebooks, that of its"
              + " index scaled to [0, 1].",
          TableRows.OWN);

  private static final AlgorithmDescription DESCRIPTION =
      new AlgorithmDescription(
          "embedding-dot",
          "Predicts ratings by products of embeddings as Keras and PyTorch notebooks train them, on"
              + " TensorFlow.",
          "Keras, Collaborative Filtering for Movie Recommendations, 2020",
          Set.of(Task.RATING, Task.RANKING),
          Set.of(EventKind.RATING),
          NetworkSettings.after(DIMENSIONS, BIASES, BIAS_REGULARISATION, PRODUCT, ROWS),
          ScorerTraits.lacking(),
          true);

  /** Makes the algorithm; loads nothing yet. */
  public DotProduct() {}

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

  @Override
  public TrainedScorer train(TrainingTask task, ProgressListener listener) {
    NetworkTraining training = new NetworkTraining(task, task.settings().get(ROWS), listener);
    NetworkTraining.Outcome outcome = training.run(graph -> network(graph, task));
    return new TrainedScorer(DotExport.of(outcome, task), outcome.learningCurve());
  }

  static Network network(GraphBuilder graph, TrainingTask task) {
    Settings settings = task.settings();
    int dimensions = settings.get(DIMENSIONS);
    Initialiser start = settings.get(NetworkSettings.INITIALISER);
    float decay = settings.get(NetworkSettings.REGULARISATION).floatValue();
    int users = task.ratings().userCount();
    int movies = task.ratings().movieCount();
    TableOptimiser optimiser = settings.get(NetworkSettings.TABLE_OPTIMISER);
    return new DotNetwork(
        Embedding.of(
            graph, new WeightShape(DotNetwork.USERS, users, dimensions, start, decay), optimiser),
        Embedding.of(
            graph, new WeightShape(DotNetwork.MOVIES, movies, dimensions, start, decay), optimiser),
        biases(graph, settings, users, movies),
        settings.get(PRODUCT));
  }

  private static List<Embedding> biases(
      GraphBuilder graph, Settings settings, int users, int movies) {
    float decay = settings.get(BIAS_REGULARISATION).floatValue();
    TableOptimiser optimiser = settings.get(NetworkSettings.TABLE_OPTIMISER);
    return settings.get(BIASES).initialiser().stream()
        .flatMap(
            start ->
                List.of(
                    new WeightShape(DotNetwork.USER_BIAS, users, 1, start, decay),
                    new WeightShape(DotNetwork.MOVIE_BIAS, movies, 1, start, decay))
                    .stream())
        .map(shape -> Embedding.of(graph, shape, optimiser))
        .toList();
  }
}
