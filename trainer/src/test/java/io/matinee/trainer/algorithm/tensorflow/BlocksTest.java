package io.matinee.trainer.algorithm.tensorflow;

import static io.matinee.trainer.algorithm.tensorflow.TrainingSession.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDList;
import io.matinee.trainer.algorithm.Device;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;

/** What starts weights and what drops numbers, by seeds. */
@Tag("tensorflow")
class BlocksTest {

  private static final int ROWS = 2_000;
  private static final int COLUMNS = 50;

  @Test
  void normalStartsAreCutOffAtTwoDeviationsOfWhatGoesIn() {
    float[] values = drawn(Initialiser.HE_NORMAL, 1);
    double deviation = Math.sqrt(2.0 / ROWS);

    assertThat(deviation(values)).isCloseTo(deviation, within(.01 * deviation));
    assertThat(greatest(values)).isBetween(2.2 * deviation, 2 * deviation / .8796);
  }

  @Test
  void uniformStartsReachTheirLimits() {
    assertThat(greatest(drawn(Initialiser.UNIFORM, 1))).isBetween(.0499, .05);
    double limit = Math.sqrt(6.0 / (ROWS + COLUMNS));
    assertThat(greatest(drawn(Initialiser.GLOROT_UNIFORM, 1))).isBetween(.99 * limit, limit);
  }

  @Test
  void otherStartsAreOfDeviationOneAndNone() {
    assertThat(deviation(drawn(Initialiser.NORMAL, 1))).isCloseTo(1, within(.01));
    assertThat(drawn(Initialiser.ZEROS, 1)).containsOnly(0);
  }

  @Test
  void aStartIsItsSeedsAlone() {
    assertThat(drawn(Initialiser.HE_NORMAL, 1))
        .isEqualTo(drawn(Initialiser.HE_NORMAL, 1))
        .isNotEqualTo(drawn(Initialiser.HE_NORMAL, 2));
  }

  @Test
  void dropoutLeavesOutAShareAndRaisesTheRest() {
    float[] values = dropped(.2, 1);

    assertThat(values).containsOnly(0, 1.25f);
    double mean = 0;
    for (float value : values) {
      mean += value / values.length;
    }
    assertThat(mean).isCloseTo(1, within(.01));
  }

  @Test
  void whatIsDroppedDependsOnTheSeedAlone() {
    assertThat(dropped(.5, 1)).isEqualTo(dropped(.5, 1)).isNotEqualTo(dropped(.5, 2));
  }

  @Test
  void twoDropoutsOfAStepDropDifferently() {
    float[] both =
        run(
            1,
            (graph, seed) -> {
              TrainingPass pass = new TrainingPass(graph, List.of(), seed);
              Output<?> ones = graph.fill(ROWS, COLUMNS, 1);
              return graph.subtract(pass.dropout(ones, .5), pass.dropout(ones, .5));
            });

    assertThat(both).contains(2, -2);
  }

  @Test
  void scoringDropsNothing() {
    assertThat(
            run(
                1,
                (graph, seed) -> new ScoringPass(graph).dropout(graph.fill(ROWS, COLUMNS, 1), .5)))
        .containsOnly(1);
  }

  private static float[] drawn(Initialiser initialiser, int seed) {
    return run(seed, (graph, input) -> initialiser.draw(graph, ROWS, COLUMNS, input));
  }

  private static float[] dropped(double share, int seed) {
    return run(
        seed,
        (graph, input) ->
            new TrainingPass(graph, List.of(), input).dropout(graph.fill(ROWS, COLUMNS, 1), share));
  }

  /** Runs what a function builds, given a seed [2] whose second number is the seed. */
  private static float[] run(int seed, BiFunction<GraphBuilder, Output<?>, Output<?>> built) {
    try (TrainingSession session =
        TrainingSession.of(
            Device.CPU,
            graph -> {
              Output<?> input = graph.placeholder("seed", DataType.DT_INT32, 2);
              Output<?> value = graph.after(List.of(input.op()), built.apply(graph, input));
              graph.sign("init", new GraphSignature(Map.of("seed", input), Map.of("value", value)));
            })) {
      return session.run(
          "init",
          memory -> new NDList(named("seed", memory.create(new int[] {5, seed}))),
          outputs -> outputs.head().toFloatArray());
    }
  }

  private static double deviation(float[] values) {
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value / values.length;
    }
    return Math.sqrt(squares);
  }

  private static double greatest(float[] values) {
    double greatest = 0;
    for (float value : values) {
      greatest = Math.max(greatest, Math.abs(value));
    }
    return greatest;
  }
}
