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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The process's followers, one an alias that is configured: they exist when the service has a bean
 * of {@link ModelReader}, begin with the process and end with it. The first is the primary one: it
 * answers calls that name no alias, and by it the process is ready or not. Thread safe.
 */
@Singleton
public class FollowedModels implements Hearts {
  private final List<Following<?>> all;
  private final CacheLock lock;

  @Inject
  FollowedModels(
      @Any Instance<ModelReader<?>> readers,
      RegistryClient registry,
      SnapshotStore snapshots,
      FollowConfiguration configuration,
      CacheConfiguration cache,
      CacheLock lock,
      @ConfigProperty(name = "quarkus.application.name") String service,
      Clock clock) {
    this.lock = lock;
    List<Following<?>> followers = new ArrayList<>();
    if (!readers.isUnsatisfied()) {
      ModelReader<?> reader = new SerialReader<>(readers.get());
      for (String alias : eachOnce(configuration.aliasNames())) {
        followers.add(
            new Following<>(
                alias,
                reader,
                registry,
                snapshots,
                configuration,
                cache,
                readerId(service, alias),
                clock,
                new SplittableRandom()));
      }
    }
    this.all = List.copyOf(followers);
  }

  /** Returns the followers, the primary one first; none in a process that follows nothing. */
  public List<Following<?>> all() {
    return all;
  }

  /** Returns the primary follower; empty in a process that follows nothing. */
  public Optional<Following<?>> primary() {
    return all.stream().findFirst();
  }

  /** Has what answers inspected soon: a call met what may come of a damaged file. */
  public void suspect() {
    all.forEach(Following::suspect);
  }

  @Override
  public List<Heart> hearts() {
    return all.stream()
        .map(followed -> new Heart("following-watch", followed::whenWatching))
        .toList();
  }

  /** Makes the choice among them injectable, T being what the reader loads. */
  @Produces
  @Dependent
  @SuppressWarnings("unchecked") // The process has one reader, so T is what it loads.
  <T extends AutoCloseable> FollowedAliases<T> injectable() {
    if (all.isEmpty()) {
      throw new IllegalStateException("no bean of type ModelReader");
    }
    return new FollowedAliases<>(all.stream().map(following -> (Following<T>) following).toList());
  }

  void start(@Observes StartupEvent event) {
    if (!all.isEmpty()) {
      lock.take();
      all.forEach(Following::start);
    }
  }

  @PreDestroy
  void stop() {
    all.forEach(Following::close);
  }

  private static List<String> eachOnce(List<String> aliases) {
    if (Set.copyOf(aliases).size() < aliases.size()) {
      throw new IllegalStateException(
          "matinee.follow.aliases names an alias twice: " + String.join(", ", aliases));
    }
    return aliases;
  }

  /** One an alias: what a reader reports last is what it holds. */
  private static String readerId(String service, String alias) {
    String host = Optional.ofNullable(System.getenv("HOSTNAME")).orElse("localhost");
    String id = alias.substring(alias.lastIndexOf('/') + 1);
    return service + "-" + host + "-" + ProcessHandle.current().pid() + "-" + id;
  }
}
