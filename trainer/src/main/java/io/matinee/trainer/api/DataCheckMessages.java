package io.matinee.trainer.api;

import io.matinee.proto.trainer.v1.DataChange;
import io.matinee.proto.trainer.v1.DataCheck;
import io.matinee.proto.trainer.v1.DataFinding;
import io.matinee.proto.trainer.v1.DataFindingKind;
import io.matinee.proto.trainer.v1.DataVerdict;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.time.Times;
import io.matinee.trainer.dataset.version.DatasetVersion;
import java.util.stream.Collectors;

/** Checks of data as messages, and as refusals. */
final class DataCheckMessages {

  private DataCheckMessages() {}

  static DataCheck of(DatasetVersion version) {
    var check = version.manifest().check();
    DataCheck.Builder message = DataCheck.newBuilder().setVerdict(verdict(version));
    version
        .acceptance()
        .ifPresent(
            accepted ->
                message
                    .setAcceptReason(accepted.reason())
                    .setAcceptTime(Times.of(accepted.time())));
    for (var finding : check.findings()) {
      message.addFindings(
          DataFinding.newBuilder()
              .setKind(DataFindingKind.valueOf("DATA_FINDING_KIND_" + finding.kind().name()))
              .setText(finding.text()));
    }
    String before = check.comparedWith();
    if (before != null) {
      message.setComparedWith(before);
    }
    var change = check.change();
    if (change != null) {
      message.setChange(of(change));
    }
    return message.build();
  }

  /**
   * Makes sure that nothing about a version gives reason to look.
   *
   * @throws MatineeException DATA_SUSPICIOUS, with the findings
   */
  static void requireUnremarkable(DatasetVersion version) {
    var check = version.manifest().check();
    if (version.isSuspicious()) {
      throw MatineeException.of(
              Reason.DATA_SUSPICIOUS,
              "%s differs from %s: %s. Look at it, then accept it (AcceptDatasetVersion, ./matinee datasets accept), or train without require_unremarkable_data (--require-unremarkable-data)."
                  .formatted(
                      version.name(),
                      check.comparedWith(),
                      check.findings().stream()
                          .map(io.matinee.trainer.dataset.check.DataFinding::text)
                          .collect(Collectors.joining("; "))))
          .with("dataset_version", version.name().toString());
    }
  }

  private static DataVerdict verdict(DatasetVersion version) {
    if (version.isSuspicious()) {
      return DataVerdict.DATA_VERDICT_SUSPICIOUS;
    }
    return version.acceptance().isPresent()
        ? DataVerdict.DATA_VERDICT_ACCEPTED
        : DataVerdict.DATA_VERDICT_UNREMARKABLE;
  }

  private static DataChange of(io.matinee.trainer.dataset.check.DataChange change) {
    DataChange.Builder message = DataChange.newBuilder();
    change.before().mean().ifPresent(message::setUnitMeanBefore);
    change.now().mean().ifPresent(message::setUnitMean);
    change.histogramDistance().ifPresent(message::setHistogramDistance);
    return message
        .setRatingCountBefore(change.before().ratings())
        .setLostMovieCount(change.lostMovies())
        .setNewMovieCount(change.newMovies())
        .setLostUserCount(change.lostUsers())
        .setNewUserCount(change.newUsers())
        .build();
  }
}
