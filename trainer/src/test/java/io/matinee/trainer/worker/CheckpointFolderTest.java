package io.matinee.trainer.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.snapshot.Epoch;
import io.matinee.trainer.algorithm.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a training finds again of what it kept. */
class CheckpointFolderTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir private Path folder;
  private Instant now = START;

  @Test
  void givesBackTheLastState() throws IOException {
    float[] large = new float[700_001];
    SplittableRandom random = new SplittableRandom(1);
    for (int index = 0; index < large.length; index++) {
      large[index] = Float.intBitsToFloat(random.nextInt());
    }
    large[0] = Float.POSITIVE_INFINITY;
    keep(open(Duration.ZERO), 1, new float[] {1});
    keep(open(Duration.ZERO), 2, large);

    Checkpoints.Saved last = open(Duration.ZERO).last().orElseThrow();
    assertThat(last.learningCurve()).isEqualTo(curve(2));
    assertThat(last.number("steps")).isEqualTo(.1 + .2);
    assertThat(last.number("least")).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(bits(last.array("weights"))).isEqualTo(bits(large));
    assertThat(folder.resolve("checkpoints")).isDirectoryContaining("glob:**/2");
    assertThat(folder.resolve("checkpoints").resolve("1")).doesNotExist();
  }

  @Test
  void passesOverOneThatWasNotFinished() throws IOException {
    keep(open(Duration.ZERO), 9, new float[] {9});
    Path torn = Files.createDirectory(folder.resolve("checkpoints").resolve("10"));
    Files.write(torn.resolve("weights"), new byte[3]);

    assertThat(open(Duration.ZERO).last().orElseThrow().array("weights")).containsExactly(9);
    keep(open(Duration.ZERO), 10, new float[] {10});
    assertThat(open(Duration.ZERO).last().orElseThrow().array("weights")).containsExactly(10);
  }

  @Test
  void keepsNoneWhileTheLastIsYoung() {
    CheckpointFolder checkpoints = open(Duration.ofSeconds(10));
    now = START.plusSeconds(9);
    keep(checkpoints, 1, new float[] {1});
    assertThat(checkpoints.last()).isEmpty();
    now = START.plusSeconds(10);
    keep(checkpoints, 2, new float[] {2});
    now = START.plusSeconds(19);
    keep(checkpoints, 3, new float[] {3});
    assertThat(checkpoints.last().orElseThrow().learningCurve()).isEqualTo(curve(2));
  }

  @Test
  void aPlaceThatCannotBeWrittenEndsNoTraining() throws IOException {
    Files.createFile(folder.resolve("file"));
    CheckpointFolder checkpoints =
        new CheckpointFolder(folder.resolve("file").resolve("below"), Duration.ZERO, () -> now);

    keep(checkpoints, 1, new float[] {1});

    assertThat(checkpoints.last()).isEmpty();
  }

  private CheckpointFolder open(Duration interval) {
    return new CheckpointFolder(folder.resolve("checkpoints"), interval, () -> now);
  }

  private static void keep(CheckpointFolder checkpoints, int epochs, float[] weights) {
    checkpoints.keep(
        curve(epochs),
        sink -> {
          sink.number("steps", .1 + .2);
          sink.number("least", Double.POSITIVE_INFINITY);
          sink.array("weights", weights);
        });
  }

  private static List<Epoch> curve(int epochs) {
    return IntStream.rangeClosed(1, epochs)
        .mapToObj(epoch -> new Epoch(epoch, Map.of(Epoch.TRAINING_LOSS, 1.0 / epoch)))
        .toList();
  }

  private static int[] bits(float[] values) {
    return IntStream.range(0, values.length)
        .map(index -> Float.floatToRawIntBits(values[index]))
        .toArray();
  }
}
