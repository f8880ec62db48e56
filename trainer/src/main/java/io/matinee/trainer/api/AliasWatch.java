package io.matinee.trainer.api;

import io.grpc.stub.ServerCallStreamObserver;
import io.matinee.proto.trainer.v1.WatchAliasResponse;
import io.matinee.trainer.name.AliasName;
import io.matinee.trainer.registry.Alias;
import io.matinee.trainer.registry.Aliases;
import io.matinee.trainer.registry.Evaluations;
import io.matinee.trainer.registry.ModelVersions;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One caller's watch of an alias. Level-triggered: what is sent is the state at that moment, so
 * changes that follow one another fast may be seen as one. Thread-safe.
 */
final class AliasWatch {
  private final AliasName name;
  private final Aliases aliases;
  private final ModelVersions versions;
  private final Evaluations evaluations;
  private final ServerCallStreamObserver<WatchAliasResponse> reply;
  private final ReentrantLock sending = new ReentrantLock();
  private @Nullable String sentEtag;

  AliasWatch(
      AliasName name,
      Aliases aliases,
      ModelVersions versions,
      Evaluations evaluations,
      ServerCallStreamObserver<WatchAliasResponse> reply) {
    this.name = name;
    this.aliases = aliases;
    this.versions = versions;
    this.evaluations = evaluations;
    this.reply = reply;
  }

  /** Whether it is this alias that is watched. */
  boolean isOf(AliasName other) {
    return name.equals(other);
  }

  /** Sends the state if it has changed since the message before. */
  void sendChange() {
    send(false);
  }

  /** Sends the state, changed or not. A caller that does not read is left alone. */
  void sendHeartbeat() {
    send(true);
  }

  private void send(boolean heartbeat) {
    sending.lock();
    try {
      if (reply.isCancelled() || !reply.isReady()) {
        return;
      }
      Alias alias = aliases.state(name);
      boolean unchanged = alias.etag().equals(sentEtag);
      if (unchanged && !heartbeat) {
        return;
      }
      reply.onNext(message(alias, unchanged));
      sentEtag = alias.etag();
    } finally {
      sending.unlock();
    }
  }

  private WatchAliasResponse message(Alias alias, boolean unchanged) {
    WatchAliasResponse.Builder message =
        WatchAliasResponse.newBuilder()
            .setAlias(RegistryMessages.of(alias))
            .setHeartbeat(unchanged);
    alias
        .version()
        .ifPresent(
            version ->
                message.setModelVersion(
                    RegistryMessages.whole(versions.get(version), evaluations.of(version))));
    return message.build();
  }
}
