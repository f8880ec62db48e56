package io.matinee.trainer.algorithm.tensorflow;

import io.matinee.model.snapshot.Epoch;
import io.matinee.trainer.algorithm.Checkpoints;
import io.matinee.trainer.algorithm.EpochProgress;
import io.matinee.trainer.algorithm.ProgressListener;
import io.matinee.trainer.algorithm.TrainingTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Trains epoch by epoch until the validation loss no longer falls. Used once. */
final class EpochLoop {

  private static final double NANOSECONDS = 1e9;
  private static final String LEAST_LOSS = "least_loss";
  private static final String EPOCHS_SINCE = "epochs_since";
  private static final String BEST_USERS = "best_users";
  private static final String BEST_MOVIES = "best_movies";

  private final TrainingTask task;
  private final FactorisationSession session;
  private final Examples training;
  private final Examples validation;
  private final SplittableRandom random;
  private final ProgressListener listener;
  private final BestEpoch<FactorTables> best;
  private final List<Epoch> curve = new ArrayList<>();

  /**
   * Prepares the epochs.
   *
   * @param random draws the order of the examples in each
   * @param patience how many epochs in a row may not be better
   */
  EpochLoop(
      TrainingTask task,
      FactorisationSession session,
      Examples training,
      Examples validation,
      SplittableRandom random,
      ProgressListener listener,
      int patience) {
    this.task = task;
    this.session = session;
    this.training = training;
    this.validation = validation;
    this.random = random;
    this.listener = listener;
    this.best = new BestEpoch<>(patience);
  }

  Outcome run(int epochs) {
    task.checkpoints().last().ifPresent(this::restore);
    int before = curve.size();
    long start = System.nanoTime();
    while (curve.size() < epochs && !best.exhausted()) {
      task.cancellation().check();
      training.shuffle(random);
      long epochStart = System.nanoTime();
      double trainingLoss = session.trainEpoch(training, task.cancellation());
      double seconds = (System.nanoTime() - epochStart) / NANOSECONDS;
      Epoch epoch = new Epoch(curve.size() + 1, figures(trainingLoss));
      Divergence.check(epoch);
      curve.add(epoch);
      best.offer(epoch.figure(Epoch.VALIDATION_LOSS), session::weights);
      task.checkpoints().keep(curve, this::save);
      double perEpoch = (System.nanoTime() - start) / NANOSECONDS / (curve.size() - before);
      double remaining = perEpoch * (epochs - curve.size());
      listener.epochEnded(new EpochProgress(epoch, epochs, remaining, training.count() / seconds));
    }
    return new Outcome(best.kept(), curve);
  }

  private void save(Checkpoints.Sink sink) {
    session.save(sink);
    sink.number(LEAST_LOSS, best.leastLoss());
    sink.number(EPOCHS_SINCE, best.epochsSince());
    sink.array(BEST_USERS, best.kept().users());
    sink.array(BEST_MOVIES, best.kept().movies());
  }

  /** Goes on after the last epoch that was kept; the orders of those before it are drawn again. */
  private void restore(Checkpoints.Saved saved) {
    curve.addAll(saved.learningCurve());
    for (int epoch = 0; epoch < curve.size(); epoch++) {
      training.shuffle(random);
    }
    session.restore(saved);
    best.restore(
        saved.number(LEAST_LOSS),
        (int) saved.number(EPOCHS_SINCE),
        new FactorTables(saved.array(BEST_USERS), saved.array(BEST_MOVIES)));
  }

  private Map<String, Double> figures(double trainingLoss) {
    return validation.count() == 0
        ? Map.of(Epoch.TRAINING_LOSS, trainingLoss)
        : Map.of(
            Epoch.TRAINING_LOSS, trainingLoss, Epoch.VALIDATION_LOSS, session.evaluate(validation));
  }

  /**
   * What a training ends with.
   *
   * @param best the weights after the best epoch
   * @param learningCurve all epochs with their losses
   */
  record Outcome(FactorTables best, List<Epoch> learningCurve) {}
}
