package io.matinee.runtime.health;

import io.grpc.BindableService;
import io.matinee.runtime.call.Drain;
import io.matinee.runtime.call.Warmup;
import io.matinee.runtime.following.FollowedModels;
import io.matinee.runtime.following.Following;
import io.matinee.runtime.following.FollowingListener;
import io.matinee.runtime.following.FollowingStatus;
import io.quarkus.grpc.GrpcService;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Which of the process's gRPC services answer. Those that need a model do so while the primary
 * alias has one loaded; none does before the process is warm or once it is ending. Thread safe.
 */
@Singleton
public class HealthBoard implements FollowingListener {
  private static final Logger LOG = Logger.getLogger(HealthBoard.class);
  private static final int MOST_WATCHERS = 1024;

  private final Instance<BindableService> services;
  private final Optional<Following<?>> following;
  private final Warmup warmup;
  private final Drain drain;
  private final Set<Runnable> watchers = new CopyOnWriteArraySet<>();

  @Inject
  HealthBoard(
      @GrpcService Instance<BindableService> services,
      FollowedModels models,
      Warmup warmup,
      Drain drain) {
    this.services = services;
    this.following = models.primary();
    this.warmup = warmup;
    this.drain = drain;
  }

  /** Returns whether the process has a service of this full name. */
  public boolean knows(String service) {
    return names().contains(service);
  }

  /** Returns whether calls of a service are answered. */
  public boolean serves(String service) {
    boolean needsModel = service.startsWith("matinee.") && !service.endsWith(".StatusService");
    return running() && (!needsModel || status().map(FollowingStatus::answers).orElse(true));
  }

  /** Returns whether the process is ready: it answers, or there is nothing to answer from. */
  public boolean ready() {
    return running() && status().map(FollowingStatus::ready).orElse(true);
  }

  /** Returns the state of the primary alias; empty when the process follows nothing. */
  public Optional<FollowingStatus> status() {
    return following.map(Following::status);
  }

  @Override
  public void changed(FollowingStatus status) {
    tell();
  }

  /** Has an action run after each change, on any thread; false when too many are already. */
  boolean watch(Runnable watcher) {
    return watchers.size() < MOST_WATCHERS && watchers.add(watcher);
  }

  void unwatch(Runnable watcher) {
    watchers.remove(watcher);
  }

  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
    following.ifPresent(followed -> followed.listen(this));
    warmup.done().thenRun(this::tell);
  }

  /** Tells the watchers right before the calls are drained. */
  void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) ShutdownEvent event) {
    drain.announce();
    tell();
  }

  private boolean running() {
    return warmup.done().isDone() && !drain.begun();
  }

  private void tell() {
    for (Runnable watcher : watchers) {
      try {
        watcher.run();
      } catch (RuntimeException ended) {
        LOG.debug("a watch of health has ended", ended);
        unwatch(watcher);
      }
    }
  }

  private Set<String> names() {
    return services.stream()
        .map(service -> service.bindService().getServiceDescriptor().getName())
        .collect(Collectors.toSet());
  }
}
