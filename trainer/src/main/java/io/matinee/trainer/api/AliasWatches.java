package io.matinee.trainer.api;

import io.grpc.stub.ServerCallStreamObserver;
import io.matinee.proto.trainer.v1.WatchAliasResponse;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.liveness.Heart;
import io.matinee.runtime.liveness.Hearts;
import io.matinee.runtime.liveness.OwnedScheduler;
import io.matinee.trainer.name.AliasName;
import io.matinee.trainer.registry.Aliases;
import io.matinee.trainer.registry.ModelVersions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** All watches of aliases. One thread tells them of changes, and that nothing has changed. */
@Singleton
class AliasWatches implements Hearts {
  /** How many watches may be open. */
  static final int MOST = 1_000;

  private static final Logger LOG = Logger.getLogger(AliasWatches.class);
  private static final String SENDER = "alias-watches";

  private final Aliases aliases;
  private final ModelVersions versions;
  private final Set<AliasWatch> watches = ConcurrentHashMap.newKeySet();
  private final OwnedScheduler sender = new OwnedScheduler(SENDER);

  @Inject
  AliasWatches(
      Aliases aliases,
      ModelVersions versions,
      @ConfigProperty(name = "matinee.trainer.heartbeat") Duration heartbeat) {
    this.aliases = aliases;
    this.versions = versions;
    aliases.onChange(name -> sender.execute(() -> sendChange(name)));
    sender.every(heartbeat, this::sendHeartbeats);
  }

  /**
   * Begins a watch, which lasts until the caller ends it.
   *
   * @throws MatineeException QUEUE_FULL for one more than there may be
   */
  void add(AliasName name, ServerCallStreamObserver<WatchAliasResponse> reply) {
    if (watches.size() >= MOST) {
      throw MatineeException.of(
          Reason.QUEUE_FULL,
          "%,d watches are open already; begin again when one has ended.".formatted(MOST));
    }
    AliasWatch watch = new AliasWatch(name, aliases, versions, reply);
    reply.setOnCancelHandler(() -> watches.remove(watch));
    reply.setOnCloseHandler(() -> watches.remove(watch));
    reply.setOnReadyHandler(() -> guarded(watch, watch::sendChange));
    watches.add(watch);
    guarded(watch, watch::sendChange);
  }

  @Override
  public List<Heart> hearts() {
    return List.of(new Heart(SENDER, sender));
  }

  @PreDestroy
  void close() {
    sender.shutdownNow();
  }

  private void sendChange(AliasName name) {
    watches.stream()
        .filter(watch -> watch.isOf(name))
        .forEach(watch -> guarded(watch, watch::sendChange));
  }

  private void sendHeartbeats() {
    watches.forEach(watch -> guarded(watch, watch::sendHeartbeat));
  }

  private void guarded(AliasWatch watch, Runnable send) {
    try {
      send.run();
    } catch (RuntimeException failure) {
      LOG.debugf(failure, "a watch ends");
      watches.remove(watch);
      watch.fail(failure);
    }
  }
}
