package io.matinee.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunOptionsTest {
  @Test
  void aSizeMultipliesAndDivides() {
    assertThat(RunOptions.of(List.of("--size=3")).times(200)).isEqualTo(600);
    RunOptions hundredth = RunOptions.of(List.of("made-up", "--size=.01"));
    assertThat(hundredth.times(200)).isEqualTo(2);
    assertThat(hundredth.times(1)).isEqualTo(1);
    assertThat(hundredth.isUsual()).isFalse();
    assertThat(RunOptions.of(List.of("made-up")).isUsual()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "NaN", "Infinity"})
  void aSizeIsAboveZero(String size) {
    assertThatThrownBy(() -> RunOptions.of(List.of("--size=" + size)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
