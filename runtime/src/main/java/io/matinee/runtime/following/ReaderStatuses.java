package io.matinee.runtime.following;

import io.matinee.proto.model.v1.ErrorReason;
import io.matinee.proto.model.v1.FollowedAlias;
import io.matinee.proto.model.v1.ReaderKind;
import io.matinee.proto.model.v1.ReaderStatus;
import io.matinee.runtime.time.Times;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Statuses in the words of the contract, for StatusServices and for reports to the registry. */
final class ReaderStatuses {
  private ReaderStatuses() {}

  /** Returns the kind of reader that a service is; not said of one that is none. */
  static ReaderKind kind(String service) {
    return switch (service) {
      case "serving" -> ReaderKind.READER_KIND_SERVING;
      case "similarity" -> ReaderKind.READER_KIND_SIMILARITY;
      case "metrics" -> ReaderKind.READER_KIND_METRICS;
      default -> ReaderKind.READER_KIND_UNSPECIFIED;
    };
  }

  /**
   * Returns the status of a process as the contract's message.
   *
   * @param followed the status of each alias, at least one; the first is the one by which the
   *     process is ready
   */
  static ReaderStatus of(ReaderKind kind, List<FollowingStatus> followed) {
    List<RegistryContact> contacts = followed.stream().map(FollowingStatus::registry).toList();
    ReaderStatus.Builder message =
        ReaderStatus.newBuilder()
            .setKind(kind)
            .setRegistryConnected(contacts.stream().allMatch(RegistryContact::connected))
            .setStale(contacts.stream().anyMatch(RegistryContact::stale))
            .setReady(followed.getFirst().answers());
    followed.forEach(status -> message.addAliases(alias(status)));
    leastRecent(contacts).ifPresent(time -> message.setLastHeardTime(Times.of(time)));
    return message.build();
  }

  /** Empty when one was never heard. */
  private static Optional<Instant> leastRecent(List<RegistryContact> contacts) {
    List<Instant> heard = contacts.stream().flatMap(it -> it.lastHeard().stream()).toList();
    return heard.size() < contacts.size()
        ? Optional.empty()
        : heard.stream().min(Comparator.naturalOrder());
  }

  private static FollowedAlias alias(FollowingStatus status) {
    FollowedAlias.Builder message =
        FollowedAlias.newBuilder()
            .setAlias(status.alias())
            .setTargetVersion(status.targetVersion().orElse(""))
            .setReady(status.answers());
    status.loaded().ifPresent(version -> message.setLoaded(loaded(version)));
    status.lastFailedLoad().ifPresent(failure -> message.setLastFailedLoad(failed(failure)));
    return message.build();
  }

  private static io.matinee.proto.model.v1.LoadedVersion loaded(LoadedVersion version) {
    return io.matinee.proto.model.v1.LoadedVersion.newBuilder()
        .setModelVersion(version.name())
        .setLoadTime(Times.of(version.time()))
        .setRatingsRevision(version.ratingsRevision())
        .build();
  }

  private static io.matinee.proto.model.v1.FailedLoad failed(FailedLoad failure) {
    return io.matinee.proto.model.v1.FailedLoad.newBuilder()
        .setModelVersion(failure.version())
        .setFailureTime(Times.of(failure.time()))
        .setReason(ErrorReason.valueOf(failure.reason().name()))
        .setMessage(failure.message())
        .build();
  }
}
