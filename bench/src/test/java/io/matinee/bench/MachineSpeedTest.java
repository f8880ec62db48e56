package io.matinee.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.bench.load.EmptyCall;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MachineSpeedTest {
  private static final MachineSpeed HALF = new MachineSpeed(MachineSpeed.REFERENCE / 2.0);

  @Test
  void aMachineOfHalfTheSpeedMayTakeTwiceTheTime() {
    assertThat(HALF.atMost("call", 7.9, "ms", 4).holds()).isTrue();
    assertThat(HALF.atMost("call", 8.1, "ms", 4).holds()).isFalse();
    assertThat(new MachineSpeed(MachineSpeed.REFERENCE).atMost("call", 4.1, "ms", 4).holds())
        .isFalse();
  }

  @Test
  void aMachineThatIsBusyWithOtherThingsIsNotJudged() {
    Figure figure = new MachineSpeed(1_000).atMost("call", 3, "ms", 4);

    assertThat(figure.goal()).isEmpty();
    assertThat(figure.name()).contains("not judged");
  }

  @Test
  void tellsTheMeasurementBesideTheGoals() {
    assertThat(HALF.figure().value()).isEqualTo(MachineSpeed.REFERENCE / 2.0);
    assertThat(HALF.figure().holds()).isTrue();
  }

  @Test
  @Tag("process")
  void anEmptyServerAnswers() throws Exception {
    try (EmptyCall empty = EmptyCall.start(10)) {
      assertThat(empty.closedLoop(1, .1)).isPositive();
    }
  }
}
