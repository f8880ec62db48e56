package io.matinee.runtime.following;

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
import java.util.Optional;
import java.util.SplittableRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The process's one follower: it exists when the service has a bean of {@link ModelReader}, begins
 * with the process and ends with it.
 */
@Singleton
public class FollowedModel {
  private final Optional<Following<?>> following;

  @Inject
  FollowedModel(
      @Any Instance<ModelReader<?>> readers,
      RegistryClient registry,
      SnapshotStore snapshots,
      FollowConfiguration configuration,
      CacheConfiguration cache,
      @ConfigProperty(name = "quarkus.application.name") String service,
      Clock clock) {
    this.following =
        readers.isUnsatisfied()
            ? Optional.empty()
            : Optional.of(
                new Following<>(
                    readers.get(),
                    registry,
                    snapshots,
                    configuration,
                    cache.directory(),
                    readerId(service),
                    clock,
                    new SplittableRandom()));
  }

  /** Returns the follower; empty in a process that follows nothing. */
  public Optional<Following<?>> following() {
    return following;
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
    following.ifPresent(Following::start);
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
