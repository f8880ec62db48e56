package io.matinee.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matinee.bench.load.EmptyCall;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MachineSpeedTest {
  private static final MachineSpeed HALF = new MachineSpeed(MachineSpeed.REFERENCE / 2.0);

  @Test
  void aMachineOfHalfTheSpeedMayTakeTwiceTheTime() {
    assertThat(HALF.time(4)).isCloseTo(8, within(1e-9));
    assertThat(new MachineSpeed(MachineSpeed.REFERENCE).time(4)).isCloseTo(4, within(1e-9));
  }

  @Test
  void aMachineOfHalfTheSpeedNeedsToDoHalfAsMuch() {
    assertThat(HALF.rate(100)).isCloseTo(50, within(1e-9));
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
