package io.matinee.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.cli.failure.CommandFailure;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.model.v1.EvaluationProtocol;
import io.matinee.proto.trainer.v1.ListEvaluationsResponse;
import org.junit.jupiter.api.Test;

class ProtocolBeginningTest {
  private static final ListEvaluationsResponse ALL =
      ListEvaluationsResponse.newBuilder()
          .addEvaluations(evaluation("evaluations/1", "3e95"))
          .addEvaluations(evaluation("evaluations/2", "3e07"))
          .addEvaluations(evaluation("evaluations/3", "3e95"))
          .build();

  @Test
  void meansTheOneProtocolThatBeginsSo() {
    assertThat(ProtocolBeginning.of("3e9", ALL).getEvaluationsList())
        .extracting(Evaluation::getName)
        .containsExactly("evaluations/1", "evaluations/3");
    assertThat(ProtocolBeginning.of("ff", ALL).getEvaluationsList()).isEmpty();
    assertThat(ProtocolBeginning.of("", ALL)).isEqualTo(ALL);
  }

  @Test
  void asksForMoreWhereSeveralBeginSo() {
    assertThatThrownBy(() -> ProtocolBeginning.of("3e", ALL))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("2 protocols begin with \"3e\"; give more of 3e95 or 3e07");
  }

  private static Evaluation evaluation(String name, String digest) {
    return Evaluation.newBuilder()
        .setName(name)
        .setProtocol(EvaluationProtocol.newBuilder().setDigest(digest))
        .build();
  }
}
