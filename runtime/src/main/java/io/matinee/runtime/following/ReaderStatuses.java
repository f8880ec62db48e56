package io.matinee.runtime.following;

import io.matinee.proto.model.v1.ErrorReason;
import io.matinee.proto.model.v1.ReaderStatus;
import io.matinee.runtime.time.Times;

/** Statuses in the words of the contract, for StatusServices and for reports to the registry. */
public final class ReaderStatuses {
  private ReaderStatuses() {}

  /** Returns a status as the contract's message. */
  public static ReaderStatus of(FollowingStatus status) {
    ReaderStatus.Builder message =
        ReaderStatus.newBuilder()
            .setAlias(status.alias())
            .setLoadedVersion(status.loadedVersion().orElse(""))
            .setTargetVersion(status.targetVersion().orElse(""))
            .setRegistryConnected(status.registry().connected())
            .setReady(status.answers())
            .setStale(status.registry().stale());
    status.registry().lastHeard().ifPresent(time -> message.setLastHeardTime(Times.of(time)));
    status.loadTime().ifPresent(time -> message.setLoadTime(Times.of(time)));
    status.lastFailedLoad().ifPresent(failure -> message.setLastFailedLoad(of(failure)));
    return message.build();
  }

  private static io.matinee.proto.model.v1.FailedLoad of(FailedLoad failure) {
    return io.matinee.proto.model.v1.FailedLoad.newBuilder()
        .setModelVersion(failure.version())
        .setTime(Times.of(failure.time()))
        .setReason(ErrorReason.valueOf(failure.reason().name()))
        .setMessage(failure.message())
        .build();
  }
}
