package io.matinee.runtime.telemetry;

import io.matinee.runtime.following.FailedLoad;
import io.matinee.runtime.following.FollowedModels;
import io.matinee.runtime.following.Following;
import io.matinee.runtime.following.FollowingListener;
import io.matinee.runtime.following.FollowingStatus;
import io.matinee.runtime.following.LoadedVersion;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What the process follows, as metrics {@code matinee_follow_…}, each labelled with the alias. */
@Singleton
public class FollowingMetrics {
  private static final String ALIAS = "alias";

  private final PrometheusRegistry registry;
  private final Counter loads;
  private final Counter failures;
  private final Gauge loadSeconds;
  private final Gauge connected;
  private final Gauge loadTime;
  private final Counter damagedBlobs;
  private final Gauge checkTime;
  private final Info version;

  @Inject
  FollowingMetrics(PrometheusRegistry registry) {
    this.registry = registry;
    loads =
        Counter.builder()
            .name("matinee_follow_loads_total")
            .help("Model versions that were loaded.")
            .labelNames(ALIAS)
            .build();
    failures =
        Counter.builder()
            .name("matinee_follow_load_failures_total")
            .help("Loads of a model version that failed, by reason.")
            .labelNames(ALIAS, "reason")
            .build();
    loadSeconds = gauge("load_duration_seconds", "How long the last load took.");
    connected = gauge("registry_connected", "1 while the model registry is heard.");
    loadTime = gauge("loaded_timestamp_seconds", "Since when the version answers; 0 for none.");
    damagedBlobs =
        Counter.builder()
            .name("matinee_follow_damaged_blobs_total")
            .help("Blobs of the version that answers that were found damaged, by name.")
            .labelNames(ALIAS, "blob")
            .build();
    checkTime =
        gauge(
            "check_timestamp_seconds",
            "When all of the version that answers was last read again; 0 for never.");
    version =
        Info.builder()
            .name("matinee_follow_version_info")
            .help("The version that answers, and the one that the alias points at.")
            .labelNames(ALIAS, "loaded", "target")
            .build();
  }

  /** Listens before the followers begin; a process that follows nothing has none of these. */
  void listen(
      @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event,
      FollowedModels models) {
    if (models.all().isEmpty()) {
      return;
    }
    Stream.of(loads, failures, loadSeconds, connected, loadTime, damagedBlobs, checkTime, version)
        .forEach(registry::register);
    models.all().forEach(this::tellOf);
    registerWhatTimeChanges(models.all());
  }

  private void tellOf(Following<?> following) {
    String alias = following.status().alias();
    Stream.of(loadSeconds, connected, loadTime, checkTime)
        .forEach(gauge -> gauge.initLabelValues(alias));
    loads.initLabelValues(alias);
    following.listen(new OfAlias(alias));
  }

  /** What changes with the time alone is asked for whenever the metrics are. */
  private void registerWhatTimeChanges(List<Following<?>> followings) {
    GaugeWithCallback.builder()
        .name("matinee_follow_registry_last_heard_timestamp_seconds")
        .help("When the model registry was heard last; 0 before the first time.")
        .labelNames(ALIAS)
        .callback(
            gauge -> tellAll(followings, gauge, status -> seconds(status.registry().lastHeard())))
        .register(registry);
    GaugeWithCallback.builder()
        .name("matinee_follow_stale")
        .help("1 when the model registry was not heard for longer than matinee.follow.stale-after.")
        .labelNames(ALIAS)
        .callback(gauge -> tellAll(followings, gauge, status -> status.registry().stale() ? 1 : 0))
        .register(registry);
  }

  private static void tellAll(
      List<Following<?>> followings,
      GaugeWithCallback.Callback gauge,
      ToDoubleFunction<FollowingStatus> value) {
    for (Following<?> following : followings) {
      FollowingStatus status = following.status();
      gauge.call(value.applyAsDouble(status), status.alias());
    }
  }

  /** Shows what one follower does. */
  private final class OfAlias implements FollowingListener {
    private final String alias;
    private String[] shown = {};

    OfAlias(String alias) {
      this.alias = alias;
    }

    @Override
    public void changed(FollowingStatus status) {
      connected.labelValues(alias).set(status.registry().connected() ? 1 : 0);
      loadTime.labelValues(alias).set(seconds(status.loaded().map(LoadedVersion::time)));
      show(status.loadedVersion().orElse(""), status.targetVersion().orElse(""));
    }

    private void show(String loadedVersion, String targetVersion) {
      String[] now = {alias, loadedVersion, targetVersion};
      if (shown.length > 0) {
        version.remove(shown);
      }
      version.addLabelValues(now);
      shown = now;
    }

    @Override
    public void loaded(String loaded, Duration took) {
      loads.labelValues(alias).inc();
      loadSeconds.labelValues(alias).set(took.toNanos() * 1e-9);
    }

    @Override
    public void inspected(Instant time, List<String> damaged) {
      checkTime.labelValues(alias).set(time.toEpochMilli() * 1e-3);
      damaged.forEach(blob -> damagedBlobs.labelValues(alias, blob).inc());
    }

    @Override
    public void failed(FailedLoad failure) {
      failures.labelValues(alias, failure.reason().name()).inc();
    }
  }

  private static double seconds(Optional<Instant> time) {
    return time.map(instant -> instant.toEpochMilli() * 1e-3).orElse(0.);
  }

  private static Gauge gauge(String name, String help) {
    return Gauge.builder().name("matinee_follow_" + name).help(help).labelNames(ALIAS).build();
  }
}
