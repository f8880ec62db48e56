package io.matinee.trainer.algorithm.tensorflow;

import io.matinee.model.scoring.Link;
import io.matinee.model.snapshot.Epoch;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.algorithm.EpochProgress;
import io.matinee.trainer.algorithm.ProgressListener;
import io.matinee.trainer.algorithm.TrainingTask;
import io.matinee.trainer.algorithm.setting.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;

/** Trains a network for as many epochs as it is asked to, in an order drawn anew for each. */
final class NetworkTraining {

  private static final double NANOSECONDS = 1e9;

  private final TrainingTask task;
  private final ProgressListener listener;
  private final Examples training;
  private final Examples heldOut;

  /**
   * Prepares a training.
   *
   * @param rows the rows of the tables that users and movies have
   */
  NetworkTraining(TrainingTask task, TableRows rows, ProgressListener listener) {
    this.task = task;
    this.listener = listener;
    this.training = rows.examples(task.ratings());
    this.heldOut = rows.examples(task.heldOut());
  }

  /** Trains the network that is built by a function. */
  Outcome run(Function<GraphBuilder, Network> network) {
    Settings settings = task.settings();
    RatingHead head = new RatingHead(settings.get(NetworkSettings.LINK), task.scale());
    RatingLoss loss = settings.get(NetworkSettings.LOSS);
    requireLogits(head, loss);
    StepShape shape =
        new StepShape(
            settings.get(NetworkSettings.LEARNING_RATE),
            settings.get(NetworkSettings.BATCH_SIZE),
            settings.get(NetworkSettings.STEPS_PER_CALL));
    SplittableRandom random = new SplittableRandom(task.seed());
    try (NetworkSession session =
        new NetworkSession(
            shape,
            graph -> NetworkGraph.build(graph, network.apply(graph), head, loss, shape.steps()),
            random.nextLong(),
            task.device())) {
      List<Epoch> curve = epochs(session, random);
      return new Outcome(session.weights(), session.evaluate(training), curve);
    }
  }

  private static void requireLogits(RatingHead head, RatingLoss loss) {
    if (loss == RatingLoss.CROSS_ENTROPY && head.link() != Link.SCALED_SIGMOID) {
      throw MatineeException.of(
          Reason.HYPER_PARAMETER_INVALID,
          "loss is cross-entropy, which needs ratings through a sigmoid: set link to scaled-sigmoid.");
    }
  }

  private List<Epoch> epochs(NetworkSession session, SplittableRandom random) {
    int epochs = task.settings().get(NetworkSettings.EPOCHS);
    List<Epoch> curve = new ArrayList<>();
    long start = System.nanoTime();
    while (curve.size() < epochs) {
      task.cancellation().check();
      training.shuffle(random);
      long epochStart = System.nanoTime();
      double loss = session.trainEpoch(training);
      double seconds = (System.nanoTime() - epochStart) / NANOSECONDS;
      Epoch epoch = new Epoch(curve.size() + 1, figures(session, loss));
      curve.add(epoch);
      double perEpoch = (System.nanoTime() - start) / NANOSECONDS / curve.size();
      double remaining = perEpoch * (epochs - curve.size());
      listener.epochEnded(new EpochProgress(epoch, epochs, remaining, training.count() / seconds));
    }
    return curve;
  }

  private Map<String, Double> figures(NetworkSession session, double trainingLoss) {
    Map<String, Double> figures = new TreeMap<>(Map.of(Epoch.TRAINING_LOSS, trainingLoss));
    boolean monitored =
        task.settings().get(NetworkSettings.MONITOR) == NetworkSettings.Monitor.HELD_OUT;
    if (monitored && heldOut.count() > 0) {
      figures.put(Epoch.HELD_OUT_SQUARED_ERROR, session.evaluate(heldOut));
    }
    return figures;
  }

  /**
   * What a training ends with.
   *
   * @param weights after the last epoch
   * @param squaredError the mean squared error of the training ratings by these weights, in squared
   *     units of the rating
   * @param learningCurve all epochs with their figures
   */
  record Outcome(Weights weights, double squaredError, List<Epoch> learningCurve) {}
}
