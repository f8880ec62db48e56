package io.matinee.runtime.following;

import io.matinee.proto.model.v1.ReaderKind;
import io.matinee.proto.model.v1.ReaderStatus;
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
import java.time.Duration;
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
  /** How many aliases a process follows at most; each may have a version of its own in memory. */
  private static final int MOST = 16;

  private static final Duration LONGEST_LOAD = Duration.ofSeconds(10);

  private final List<Following<?>> all;
  private final ReaderKind kind;
  private final ReaderReports reports;
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
      SharedModels<?> models = new SharedModels<>(readers.get());
      for (String alias : checked(configuration.aliasNames())) {
        followers.add(
            new Following<>(
                alias,
                models,
                registry,
                snapshots,
                configuration,
                cache,
                LONGEST_LOAD,
                clock,
                new SplittableRandom()));
      }
    }
    this.all = List.copyOf(followers);
    this.kind = ReaderStatuses.kind(service);
    this.reports =
        new ReaderReports(registry, readerId(service), this::status, this::isRegistryHeard);
  }

  /** Returns the followers, the primary one first; none in a process that follows nothing. */
  public List<Following<?>> all() {
    return all;
  }

  /** Returns the primary follower; empty in a process that follows nothing. */
  public Optional<Following<?>> primary() {
    return all.stream().findFirst();
  }

  /**
   * Returns what the process has loaded, in the words of the contract.
   *
   * @throws IllegalStateException in a process that follows nothing
   */
  public ReaderStatus status() {
    if (all.isEmpty()) {
      throw new IllegalStateException("nothing is followed here");
    }
    return ReaderStatuses.of(kind, all.stream().<FollowingStatus>map(Following::status).toList());
  }

  private boolean isRegistryHeard() {
    return all.stream().map(Following::status).anyMatch(status -> status.registry().connected());
  }

  /** Has what answers inspected soon: a call met what may come of a damaged file. */
  public void suspect() {
    all.forEach(Following::suspect);
  }

  @Override
  public List<Heart> hearts() {
    List<Heart> hearts = new ArrayList<>();
    all.forEach(followed -> hearts.add(new Heart("following-watch", followed::whenWatching)));
    if (!all.isEmpty()) {
      hearts.add(new Heart("reader-reports", reports::whenReporting));
    }
    return List.copyOf(hearts);
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
      all.forEach(followed -> followed.listen(reports));
      all.forEach(Following::start);
    }
  }

  @PreDestroy
  void stop() {
    close(all);
    reports.close();
  }

  /** Closes followers, all at once: the loads of all of them are waited for together. */
  static void close(List<? extends Following<?>> followers) {
    followers.forEach(Following::stop);
    followers.forEach(Following::close);
  }

  /**
   * Returns the aliases, which are to be followed.
   *
   * @throws IllegalStateException when one comes twice, or they are too many
   */
  static List<String> checked(List<String> aliases) {
    if (Set.copyOf(aliases).size() < aliases.size()) {
      throw new IllegalStateException(
          "matinee.follow.aliases names an alias twice: " + String.join(", ", aliases));
    }
    if (aliases.size() > MOST) {
      throw new IllegalStateException(
          "matinee.follow.aliases names %d aliases; at most %d are followed"
              .formatted(aliases.size(), MOST));
    }
    return aliases;
  }

  private static String readerId(String service) {
    String host = Optional.ofNullable(System.getenv("HOSTNAME")).orElse("localhost");
    return service + "-" + host + "-" + ProcessHandle.current().pid();
  }
}
