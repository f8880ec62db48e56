package io.matinee.runtime.following;

import io.matinee.runtime.liveness.Heart;
import io.matinee.runtime.liveness.Hearts;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The process's one follower: it exists when the service has a bean of {@link ModelReader}, begins
 * with the process and ends with it.
 */
@Singleton
public class FollowedModel implements Hearts {
  private final Optional<Following<?>> following;
  private final CacheLock lock;

  @Inject
  FollowedModel(
      @Any Instance<ModelReader<?>> readers,
      RegistryClient registry,
      SnapshotStore snapshots,
      FollowConfiguration configuration,
      CacheConfiguration cache,
      CacheLock lock,
      @ConfigProperty(name = "quarkus.application.name") String service,
      Clock clock) {
    this.lock = lock;
    this.following =
        readers.isUnsatisfied()
            ? Optional.empty()
            : Optional.of(
                new Following<>(
                    readers.get(),
                    registry,
                    snapshots,
                    configuration,
                    cache,
                    readerId(service),
                    clock,
                    new SplittableRandom()));
  }

  /** Returns the follower; empty in a process that follows nothing. */
  public Optional<Following<?>> following() {
    return following;
  }

  /** Has what answers inspected soon: a call met what may come of a damaged file. */
  public void suspect() {
    following.ifPresent(Following::suspect);
  }

  @Override
  public List<Heart> hearts() {
    return following.stream()
        .map(followed -> new Heart("following-watch", followed::whenWatching))
        .toList();
  }

  /** Makes the follower injectable as {@code Following<T>}, T being what the reader loads. */
  @Produces
  @Dependent
  @SuppressWarnings("unchecked") // The process has one reader, so T is what it loads.
  <T extends AutoCloseable> Following<T> injectable() {
    return (Following<T>)
        following.orElseThrow(() -> new IllegalStateException("no bean of type ModelReader"));
  }

  void start(@Observes StartupEvent event) {
    if (following.isPresent()) {
      lock.take();
      following.get().start();
    }
  }

  @PreDestroy
  void stop() {
    following.ifPresent(Following::close);
  }

  private static String readerId(String service) {
    String host = Optional.ofNullable(System.getenv("HOSTNAME")).orElse("localhost");
    return service + "-" + host + "-" + ProcessHandle.current().pid();
  }
}
