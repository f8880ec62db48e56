package io.matinee.cli.command;

import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.trainer.v1.ListEvaluationsResponse;
import java.util.List;

/** Finds the protocol of evaluations that the beginning of a digest means. */
final class ProtocolBeginning {
  private ProtocolBeginning() {}

  /**
   * Returns the evaluations whose protocol's digest begins so; all where it is empty.
   *
   * @throws CommandFailure when these are of several protocols
   */
  static ListEvaluationsResponse of(String beginning, ListEvaluationsResponse all) {
    List<Evaluation> meant =
        all.getEvaluationsList().stream()
            .filter(each -> each.getProtocol().getDigest().startsWith(beginning))
            .toList();
    List<String> digests =
        meant.stream().map(each -> each.getProtocol().getDigest()).distinct().toList();
    if (!beginning.isEmpty() && digests.size() > 1) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "%d protocols begin with \"%s\"; give more of %s"
              .formatted(digests.size(), beginning, String.join(" or ", digests)));
    }
    return all.toBuilder().clearEvaluations().addAllEvaluations(meant).build();
  }
}
