package io.matinee.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTest {
  @Test
  void aGoalHoldsAtItsBound() {
    assertThat(Figure.atLeast("speed", 5, "calls/s", 5).holds()).isTrue();
    assertThat(Figure.atLeast("speed", 4.9, "calls/s", 5).holds()).isFalse();
    assertThat(Figure.atMost("time", 4, "s", 4).holds()).isTrue();
    assertThat(Figure.atMost("time", 4.1, "s", 4).holds()).isFalse();
  }

  @Test
  void aMissedGoalIsSaidInItsLine() {
    assertThat(Figure.atLeast("speed", 4, "calls/s", 5).line())
        .contains("4.000 calls/s")
        .contains("goal >= 5.000")
        .endsWith("MISSED");
  }

  @Test
  void aFigureThatIsNotANumberReachesNoGoal() {
    assertThat(Figure.atLeast("speed", Double.NaN, "calls/s", 5).holds()).isFalse();
    assertThat(Figure.atMost("time", Double.NaN, "s", 4).holds()).isFalse();
  }
}
