package io.matinee.trainer.algorithm.tensorflow;

import static io.matinee.trainer.algorithm.tensorflow.TrainingSession.named;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.matinee.trainer.algorithm.Cancellation;
import io.matinee.trainer.algorithm.Checkpoints;
import io.matinee.trainer.algorithm.Device;

/** A biased matrix factorisation under training. Owns native memory; not thread-safe. */
final class FactorisationSession implements AutoCloseable {

  private static final int EVALUATION_BATCH = 1 << 16;
  private static final String STEPS_DONE = "steps_done";

  private final FactorisationShape shape;
  private final double learningRate;
  private final TrainingSession session;
  private long stepsDone;

  FactorisationSession(FactorisationShape shape, double learningRate, Device device) {
    this.shape = shape;
    this.learningRate = learningRate;
    this.session = TrainingSession.of(device, graph -> FactorisationGraph.build(graph, shape));
  }

  /** Draws small random vectors and sets the biases, which are in units of the logit. */
  void initialise(long seed, float[] userBias, float[] movieBias) {
    int[] halves = {(int) (seed >>> Integer.SIZE), (int) seed};
    session.run(
        "init",
        memory ->
            new NDList(
                named("movie_bias", memory.create(movieBias, new Shape(movieBias.length, 1))),
                named("seed", memory.create(halves)),
                named("user_bias", memory.create(userBias, new Shape(userBias.length, 1)))),
        outputs -> outputs.size());
  }

  /**
   * One pass over the examples in their order.
   *
   * @param cancellation ends it between two calls
   * @return the mean squared error, each example's measured just before the step that it is in
   */
  double trainEpoch(Examples examples, Cancellation cancellation) {
    int batch = shape.batchSize();
    int chain = batch * shape.steps();
    double halfSquaredError = 0;
    int next = 0;
    for (; chain <= examples.count() - next; next += chain) {
      cancellation.check();
      halfSquaredError += train("train", examples, next, shape.steps(), batch);
    }
    while (next < examples.count()) {
      int size = Math.min(batch, examples.count() - next);
      halfSquaredError += train("train_one", examples, next, 1, size);
      next += size;
    }
    return 2 * halfSquaredError / examples.count();
  }

  private double train(String signature, Examples examples, int from, int steps, int batch) {
    float[] rates = new float[steps];
    for (int step = 0; step < steps; step++) {
      rates[step] = LazyAdam.rate(learningRate, ++stepsDone);
    }
    return session.run(
        signature,
        memory -> {
          NDList inputs = ExampleInputs.of(memory, examples, from, new Shape(steps, batch));
          inputs.add(1, named("rate", memory.create(rates)));
          return inputs;
        },
        outputs -> (double) outputs.head().getFloat());
  }

  /** Returns the mean squared error of the present weights. */
  double evaluate(Examples examples) {
    double halfSquaredError = 0;
    int next = 0;
    while (next < examples.count()) {
      int from = next;
      int size = Math.min(EVALUATION_BATCH, examples.count() - from);
      Shape batch = new Shape(size);
      halfSquaredError +=
          session.run(
              "evaluate",
              memory -> ExampleInputs.of(memory, examples, from, batch),
              outputs -> (double) outputs.head().getFloat());
      next += size;
    }
    return 2 * halfSquaredError / examples.count();
  }

  /** Gives all that the next epoch depends on to a checkpoint. */
  void save(Checkpoints.Sink sink) {
    sink.number(STEPS_DONE, stepsDone);
    session.save(sink);
  }

  /** Goes back to a checkpoint. */
  void restore(Checkpoints.Saved saved) {
    stepsDone = (long) saved.number(STEPS_DONE);
    session.restore(saved);
  }

  /** Returns a copy of the present weights. */
  FactorTables weights() {
    return session.run(
        "weights",
        memory -> new NDList(named("unused", memory.create(0))),
        outputs ->
            new FactorTables(
                outputs.get("users").toFloatArray(), outputs.get("movies").toFloatArray()));
  }

  @Override
  public void close() {
    session.close();
  }
}
