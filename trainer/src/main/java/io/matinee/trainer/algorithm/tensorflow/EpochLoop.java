package io.matinee.trainer.algorithm.tensorflow;

import io.matinee.model.snapshot.Epoch;
import io.matinee.trainer.algorithm.Cancellation;
import io.matinee.trainer.algorithm.EpochProgress;
import io.matinee.trainer.algorithm.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Trains epoch by epoch until the validation loss no longer falls. Used once. */
final class EpochLoop {

  private static final double NANOSECONDS = 1e9;

  private final FactorisationSession session;
  private final Examples training;
  private final Examples validation;
  private final SplittableRandom random;
  private final Cancellation cancellation;
  private final ProgressListener listener;

  EpochLoop(
      FactorisationSession session,
      Examples training,
      Examples validation,
      SplittableRandom random,
      Cancellation cancellation,
      ProgressListener listener) {
    this.session = session;
    this.training = training;
    this.validation = validation;
    this.random = random;
    this.cancellation = cancellation;
    this.listener = listener;
  }

  Outcome run(int epochs, int patience) {
    List<Epoch> curve = new ArrayList<>();
    BestEpoch<FactorTables> best = new BestEpoch<>(patience);
    long start = System.nanoTime();
    while (curve.size() < epochs && !best.exhausted()) {
      cancellation.check();
      training.shuffle(random);
      long epochStart = System.nanoTime();
      double trainingLoss = session.trainEpoch(training);
      double seconds = (System.nanoTime() - epochStart) / NANOSECONDS;
      Epoch epoch = new Epoch(curve.size() + 1, figures(trainingLoss));
      curve.add(epoch);
      best.offer(epoch.figure(Epoch.VALIDATION_LOSS), session::weights);
      double perEpoch = (System.nanoTime() - start) / NANOSECONDS / curve.size();
      double remaining = perEpoch * (epochs - curve.size());
      listener.epochEnded(new EpochProgress(epoch, epochs, remaining, training.count() / seconds));
    }
    return new Outcome(best.kept(), curve);
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
