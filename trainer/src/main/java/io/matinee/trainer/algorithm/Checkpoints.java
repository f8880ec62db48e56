package io.matinee.trainer.algorithm;

import io.matinee.model.snapshot.Epoch;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where a training keeps how far it is, so that the same task, begun again, goes on from there to
 * the same bits. For one thread.
 */
public interface Checkpoints {

  /** Keeps nothing. */
  Checkpoints NONE =
      new Checkpoints() {
        @Override
        public Optional<Saved> last() {
          return Optional.empty();
        }

        @Override
        public void keep(List<Epoch> learningCurve, Consumer<Sink> state) {}
      };

  /** Returns what an earlier run of the task kept last; empty where it kept nothing. */
  Optional<Saved> last();

  /**
   * Offers the state after an epoch, which is kept in place of the one before unless that is young.
   *
   * @param learningCurve the epochs that have ended
   * @param state gives all else that the next epoch depends on, if it is kept
   */
  void keep(List<Epoch> learningCurve, Consumer<Sink> state);

  /** Takes a state. */
  interface Sink {

    /** Takes a number. */
    void number(String name, double value);

    /** Takes an array. */
    void array(String name, float[] values);
  }

  /** A state that was kept. */
  interface Saved {

    /** Returns the epochs that had ended. */
    List<Epoch> learningCurve();

    /** Returns a number. */
    double number(String name);

    /** Returns an array. */
    float[] array(String name);
  }
}
