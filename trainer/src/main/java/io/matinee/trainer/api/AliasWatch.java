package io.matinee.trainer.api;

import io.grpc.stub.ServerCallStreamObserver;
import io.matinee.proto.trainer.v1.WatchAliasResponse;
import io.matinee.trainer.name.AliasName;
import io.matinee.trainer.registry.Alias;
import io.matinee.trainer.registry.Aliases;
import io.matinee.trainer.registry.ModelVersions;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One caller's watch of an alias. Level-triggered: what is sent is the state at that moment, so
 * changes that follow one another fast may be seen as one. Thread-safe.
 */
final class AliasWatch {
  private static final Logger LOG = Logger.getLogger(AliasWatch.class);
  private static final WatchAliasResponse HEARTBEAT =
      WatchAliasResponse.newBuilder().setHeartbeat(true).build();

  private final AliasName name;
  private final Aliases aliases;
  private final ModelVersions versions;
  private final ServerCallStreamObserver<WatchAliasResponse> reply;
  private final ReentrantLock sending = new ReentrantLock();
  private @Nullable String sentEtag;

  AliasWatch(
      AliasName name,
      Aliases aliases,
      ModelVersions versions,
      ServerCallStreamObserver<WatchAliasResponse> reply) {
    this.name = name;
    this.aliases = aliases;
    this.versions = versions;
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

  /** Ends the watch, which the caller may begin anew. */
  void fail(RuntimeException failure) {
    sending.lock();
    try {
      reply.onError(failure);
    } catch (IllegalStateException endedBefore) {
      LOG.debug("a watch ended by itself", endedBefore);
    } finally {
      sending.unlock();
    }
  }

  /** Says that nothing has changed, or what has. A caller that does not read is left alone. */
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
      reply.onNext(unchanged ? HEARTBEAT : state(alias));
      sentEtag = alias.etag();
    } finally {
      sending.unlock();
    }
  }

  private WatchAliasResponse state(Alias alias) {
    WatchAliasResponse.Builder message =
        WatchAliasResponse.newBuilder().setAlias(RegistryMessages.of(alias));
    alias
        .version()
        .ifPresent(version -> message.setModelVersion(RegistryMessages.of(versions.get(version))));
    return message.build();
  }
}
