package io.matinee.trainer.algorithm.tensorflow;

import static io.matinee.trainer.algorithm.tensorflow.TrainingSession.named;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import io.matinee.trainer.algorithm.Device;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A network under training. Owns native memory; not thread-safe. */
final class NetworkSession implements AutoCloseable {

  private static final int EVALUATION_BATCH = 1 << 16;

  private final StepShape shape;
  private final int seed;
  private final TrainingSession session;
  private long stepsDone;

  /**
   * Loads a graph and sets its weights.
   *
   * @param graph builds it, as {@link NetworkGraph#build}
   */
  NetworkSession(StepShape shape, Consumer<GraphBuilder> graph, long seed, Device device) {
    this.shape = shape;
    this.seed = (int) (seed >>> Integer.SIZE);
    this.session = TrainingSession.of(device, graph);
    int[] halves = {this.seed, (int) seed};
    session.run(
        "init",
        memory -> new NDList(named("seed", memory.create(halves))),
        outputs -> outputs.size());
  }

  /**
   * One pass over the examples in their order.
   *
   * @return the mean loss of the examples, each measured just before the step that it is in
   */
  double trainEpoch(Examples examples) {
    int batch = shape.batchSize();
    int chain = batch * shape.steps();
    double loss = 0;
    int next = 0;
    for (; chain <= examples.count() - next; next += chain) {
      loss += batch * train("train", examples, next, shape.steps(), batch);
    }
    while (next < examples.count()) {
      int size = Math.min(batch, examples.count() - next);
      loss += size * train("train_one", examples, next, 1, size);
      next += size;
    }
    return loss / examples.count();
  }

  private double train(String signature, Examples examples, int from, int steps, int batch) {
    float[] rates = new float[steps];
    int[] seeds = new int[2 * steps];
    for (int step = 0; step < steps; step++) {
      rates[step] = (float) Adam.USUAL.rate(shape.learningRate(), ++stepsDone);
      seeds[2 * step] = seed;
      seeds[2 * step + 1] = (int) stepsDone;
    }
    return session.run(
        signature,
        memory -> {
          NDList inputs = ExampleInputs.of(memory, examples, from, new Shape(steps, batch));
          inputs.add(1, named("rate", memory.create(rates)));
          inputs.add(3, named("seed", memory.create(seeds, new Shape(steps, 2))));
          return inputs;
        },
        outputs -> (double) outputs.head().getFloat());
  }

  /** Returns the mean squared error of the present weights, in squared units of the rating. */
  double evaluate(Examples examples) {
    double halfSquaredError = 0;
    int next = 0;
    while (next < examples.count()) {
      int from = next;
      int size = Math.min(EVALUATION_BATCH, examples.count() - from);
      halfSquaredError +=
          session.run(
              "evaluate",
              memory -> ExampleInputs.of(memory, examples, from, new Shape(size)),
              outputs -> (double) outputs.head().getFloat());
      next += size;
    }
    return 2 * halfSquaredError / examples.count();
  }

  /** Returns a copy of the present weights. */
  Weights weights() {
    return session.run(
        "weights",
        memory -> new NDList(named("unused", memory.create(0))),
        outputs -> {
          Map<String, float[]> weights = new HashMap<>();
          for (NDArray array : outputs) {
            weights.put(array.getName(), array.toFloatArray());
          }
          return new Weights(weights);
        });
  }

  @Override
  public void close() {
    session.close();
  }
}
