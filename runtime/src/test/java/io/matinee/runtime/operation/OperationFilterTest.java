package io.matinee.runtime.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationFilterTest {
  private static final Operation ACTIVE =
      Operation.begun(
          "train",
          new Submission("train-1", "models/m", Optional.empty(), ""),
          Instant.ofEpochSecond(7));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "done = false",
        "done=\"false\"",
        "kind = train",
        "kind = \"train\" AND done = false",
        " parent = \"models/m\"  AND  kind=train AND done=false ",
        "parent = models/m"
      })
  void takesWhatIsSo(String filter) {
    assertThat(OperationFilter.parse(filter)).accepts(ACTIVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "done = true",
        "kind = \"import\"",
        "kind = \"\"",
        "parent = \"models/m2\" AND done = false",
        "done = false AND kind = import"
      })
  void leavesOutWhatIsNot(String filter) {
    assertThat(OperationFilter.parse(filter)).rejects(ACTIVE);
  }

  @Test
  void knowsWhatHasEnded() {
    assertThat(OperationFilter.parse("done = true"))
        .accepts(ACTIVE.succeeded("made", Instant.ofEpochSecond(8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "done",
        "done = maybe",
        "state = ACTIVE",
        "done = true OR kind = train",
        "done = true AND",
        "done = true AND ",
        "AND done = true",
        "done != true",
        "kind = \"train",
        "kind = train kind = train",
        "-done = true",
        "\0"
      })
  void saysWhatItUnderstands(String filter) {
    assertThatExceptionOfType(MatineeException.class)
        .isThrownBy(() -> OperationFilter.parse(filter))
        .returns(Reason.INVALID_REQUEST, MatineeException::reason)
        .satisfies(
            refused -> {
              assertThat(refused.field().orElseThrow().field()).isEqualTo("filter");
              assertThat(refused).hasMessageContaining("done").hasMessageContaining("parent");
            });
  }
}
