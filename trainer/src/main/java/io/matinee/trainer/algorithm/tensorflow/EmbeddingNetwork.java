package io.matinee.trainer.algorithm.tensorflow;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.scoring.Activation;
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
import io.matinee.trainer.algorithm.setting.WholeList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The rating predictor {@code embedding-network}: {@link ConcatenationNetwork} as notebooks train
 * it on Keras. Its defaults are those of the preset {@code notebook-001-net}. The result depends on
 * the task alone.
 */
public final class EmbeddingNetwork implements TensorFlowAlgorithm {

  static final Whole USER_DIMENSIONS =
      Whole.of("user-dimensions", "The length of a user's vector.", 50).from(1).to(1024);
  static final Whole MOVIE_DIMENSIONS =
      Whole.of("movie-dimensions", "The length of a movie's vector.", 50).from(1).to(1024);
  static final WholeList HIDDEN_LAYERS =
      WholeList.of("hidden-layers", "How many numbers each hidden layer gives.", List.of(10), 8)
          .from(1)
          .to(1024);
  static final Choice<Activation> ACTIVATION =
      Choice.of("activation", "What hidden layers do to their sums.", Activation.RELU);
  static final Choice<Initialiser> KERNEL_INITIALISER =
      Choice.of("kernel-initialiser", "How the layers start.", Initialiser.HE_NORMAL);
  static final Real INPUT_DROPOUT =
      Real.of("input-dropout", "The share of the vectors' numbers that a step leaves out.", .05)
          .from(0)
          .to(.99);
  static final Real HIDDEN_DROPOUT =
      Real.of(
              "hidden-dropout",
              "The share of what each hidden layer gives that a step leaves out.",
              .5)
          .from(0)
          .to(.99);

  private static final AlgorithmDescription DESCRIPTION =
      new AlgorithmDescription(
          "embedding-network",
          "Predicts ratings by dense layers over a user's and a movie's embedding, trained on"
              + " TensorFlow.",
          "He et al., Neural Collaborative Filtering, 2017",
          Set.of(Task.RATING, Task.RANKING),
          Set.of(EventKind.RATING),
          NetworkSettings.after(
              USER_DIMENSIONS,
              MOVIE_DIMENSIONS,
              HIDDEN_LAYERS,
              ACTIVATION,
              KERNEL_INITIALISER,
              INPUT_DROPOUT,
              HIDDEN_DROPOUT),
          ScorerTraits.lacking(),
          true);

  /** Makes the algorithm; loads nothing yet. */
  public EmbeddingNetwork() {}

  @Override
  public AlgorithmDescription description() {
    return DESCRIPTION;
  }

  @Override
  public List<ArraySize> arrays(Extent extent) {
    return List.of(
        new ArraySize("users", extent.users(), USER_DIMENSIONS, 0),
        new ArraySize("movies", extent.movies(), MOVIE_DIMENSIONS, 0));
  }

  @Override
  public TrainedScorer train(TrainingTask task, ProgressListener listener) {
    NetworkTraining training = new NetworkTraining(task, TableRows.OWN, listener);
    NetworkTraining.Outcome outcome = training.run(graph -> network(graph, task));
    return new TrainedScorer(NetworkExport.of(outcome, task), outcome.learningCurve());
  }

  static Network network(GraphBuilder graph, TrainingTask task) {
    Settings settings = task.settings();
    return new ConcatenationNetwork(
        table(graph, task, ConcatenationNetwork.USERS, task.ratings().userCount(), USER_DIMENSIONS),
        table(
            graph,
            task,
            ConcatenationNetwork.MOVIES,
            task.ratings().movieCount(),
            MOVIE_DIMENSIONS),
        layers(graph, settings),
        settings.get(INPUT_DROPOUT),
        settings.get(HIDDEN_DROPOUT));
  }

  private static Embedding table(
      GraphBuilder graph, TrainingTask task, String name, int rows, Whole dimensions) {
    Settings settings = task.settings();
    WeightShape shape =
        new WeightShape(
            name,
            rows,
            settings.get(dimensions),
            settings.get(NetworkSettings.INITIALISER),
            settings.get(NetworkSettings.REGULARISATION).floatValue());
    return Embedding.of(graph, shape, settings.get(NetworkSettings.TABLE_OPTIMISER));
  }

  private static List<Dense> layers(GraphBuilder graph, Settings settings) {
    Initialiser start = settings.get(KERNEL_INITIALISER);
    List<Dense> layers = new ArrayList<>();
    int given = settings.get(USER_DIMENSIONS) + settings.get(MOVIE_DIMENSIONS);
    for (int width : settings.get(HIDDEN_LAYERS)) {
      String name = ConcatenationNetwork.layer(layers.size());
      layers.add(Dense.of(graph, name, given, width, start, settings.get(ACTIVATION)));
      given = width;
    }
    String last = ConcatenationNetwork.layer(layers.size());
    layers.add(Dense.of(graph, last, given, 1, start, Activation.LINEAR));
    return layers;
  }
}
