package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a version's scorers were set to. */
class HyperParameterValuesTest {

  @Test
  void whatIsKeptAsTextIsGivenInItsOwnType() {
    assertThat(
            HyperParameterValues.kept("als", Map.of("dimensions", "16", "regularisation", "0.5")))
        .containsOnly(
            Map.entry("dimensions", Value.newBuilder().setNumberValue(16).build()),
            Map.entry("regularisation", Value.newBuilder().setNumberValue(.5).build()));
  }

  @Test
  void whatThisReleaseDoesNotHaveStaysText() {
    assertThat(HyperParameterValues.kept("als", Map.of("colour", "red", "dimensions", "0")))
        .containsOnly(
            Map.entry("colour", Value.newBuilder().setStringValue("red").build()),
            Map.entry("dimensions", Value.newBuilder().setStringValue("0").build()));
    assertThat(HyperParameterValues.kept("of-yore", Map.of("dimensions", "16")))
        .containsOnly(Map.entry("dimensions", Value.newBuilder().setStringValue("16").build()));
  }
}
