package io.matinee.trainer.algorithm.tensorflow;

import io.matinee.model.scoring.Link;
import io.matinee.trainer.algorithm.setting.Choice;
import io.matinee.trainer.algorithm.setting.HyperParameter;
import io.matinee.trainer.algorithm.setting.Real;
import io.matinee.trainer.algorithm.setting.Whole;
import java.util.List;
import java.util.stream.Stream;

/** The hyper-parameters that all networks have. */
final class NetworkSettings {

  static final Real LEARNING_RATE =
      Real.of("learning-rate", "The step size of Adam.", .001).from(1e-6).to(1).onLogScale();
  static final Whole BATCH_SIZE =
      Whole.of("batch-size", "How many ratings a step takes.", 64).from(1).to(65_536);
  static final Whole EPOCHS = Whole.of("epochs", "Passes over the ratings.", 5).from(1).to(1000);
  static final Choice<TableOptimiser> TABLE_OPTIMISER =
      Choice.of(
          "table-optimiser",
          "Adam on all vectors at every step, as Keras has it, or on those of its ratings alone.",
          TableOptimiser.ADAM_DENSE);
  static final Choice<Initialiser> INITIALISER =
      Choice.of("initialiser", "How the vectors start.", Initialiser.HE_NORMAL);
  static final Real REGULARISATION =
      Real.of("regularisation", "The weight of the squares of all vectors in a step's loss.", 1e-6)
          .from(0)
          .to(1);
  static final Choice<Link> LINK =
      Choice.of("link", "How a score becomes a rating.", Link.SCALED_SIGMOID);
  static final Choice<RatingLoss> LOSS =
      Choice.of(
          "loss",
          "What is made small: the squared error in stars or of ratings on [0, 1], or the binary"
              + " cross-entropy of these.",
          RatingLoss.SQUARED_ERROR);
  static final Choice<Monitor> MONITOR =
      Choice.of(
          "monitor",
          "Whether the error of the held-out ratings is recorded after each epoch; nothing stops"
              + " or is chosen by it.",
          Monitor.NONE);
  static final Whole STEPS_PER_CALL =
      Whole.of("steps-per-call", "Steps chained in one call; for speed only.", 8).from(1).to(256);

  private NetworkSettings() {}

  /** Returns an algorithm's own hyper-parameters and, behind them, those of all networks. */
  static List<HyperParameter<?>> after(HyperParameter<?>... own) {
    return Stream.<HyperParameter<?>>concat(
            Stream.of(own),
            Stream.of(
                LEARNING_RATE,
                BATCH_SIZE,
                EPOCHS,
                TABLE_OPTIMISER,
                INITIALISER,
                REGULARISATION,
                LINK,
                LOSS,
                MONITOR,
                STEPS_PER_CALL))
        .toList();
  }

  /** What is recorded beside the training loss. */
  enum Monitor {
    /** Nothing. */
    NONE,
    /** The error of the held-out ratings. */
    HELD_OUT
  }
}
