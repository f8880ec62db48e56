package io.matinee.trainer.api;

import io.grpc.stub.ServerCallStreamObserver;
import io.matinee.proto.trainer.v1.WatchAliasResponse;
import io.matinee.runtime.liveness.Heart;
import io.matinee.runtime.liveness.Hearts;
import io.matinee.runtime.liveness.OwnedScheduler;
import io.matinee.trainer.name.AliasName;
import io.matinee.trainer.registry.Aliases;
import io.matinee.trainer.registry.Evaluations;
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
  private static final Logger LOG = Logger.getLogger(AliasWatches.class);
  private static final String SENDER = "alias-watches";

  private final Aliases aliases;
  private final ModelVersions versions;
  private final Evaluations evaluations;
  private final Set<AliasWatch> watches = ConcurrentHashMap.newKeySet();
  private final OwnedScheduler sender = new OwnedScheduler(SENDER);

  @Inject
  AliasWatches(
      Aliases aliases,
      ModelVersions versions,
      Evaluations evaluations,
      @ConfigProperty(name = "matinee.trainer.heartbeat", defaultValue = "10s")
          Duration heartbeat) {
    this.aliases = aliases;
    this.versions = versions;
    this.evaluations = evaluations;
    aliases.onChange(name -> sender.execute(() -> sendChange(name)));
    sender.every(heartbeat, this::sendHeartbeats);
  }

  /** Begins a watch, which lasts until the caller ends it. */
  void add(AliasName name, ServerCallStreamObserver<WatchAliasResponse> reply) {
    AliasWatch watch = new AliasWatch(name, aliases, versions, evaluations, reply);
    reply.setOnCancelHandler(() -> watches.remove(watch));
    reply.setOnReadyHandler(watch::sendChange);
    watches.add(watch);
    watch.sendChange();
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
    } catch (RuntimeException ended) {
      LOG.debugf(ended, "a watch has ended");
      watches.remove(watch);
    }
  }
}
