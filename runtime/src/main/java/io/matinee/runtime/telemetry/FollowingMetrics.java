package io.matinee.runtime.telemetry;

import io.matinee.runtime.following.FailedLoad;
import io.matinee.runtime.following.FollowedModel;
import io.matinee.runtime.following.FollowingListener;
import io.matinee.runtime.following.FollowingStatus;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
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

/** What the process follows, as metrics {@code matinee_follow_…}. */
@Singleton
public class FollowingMetrics implements FollowingListener {
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
    loads =
        Counter.builder()
            .name("matinee_follow_loads_total")
            .help("Model versions that were loaded.")
            .register(registry);
    failures =
        Counter.builder()
            .name("matinee_follow_load_failures_total")
            .help("Loads of a model version that failed, by reason.")
            .labelNames("reason")
            .register(registry);
    loadSeconds = gauge(registry, "load_duration_seconds", "How long the last load took.");
    connected = gauge(registry, "registry_connected", "1 while the model registry is heard.");
    loadTime =
        gauge(registry, "loaded_timestamp_seconds", "Since when the version answers; 0 for none.");
    damagedBlobs =
        Counter.builder()
            .name("matinee_follow_damaged_blobs_total")
            .help("Blobs of the version that answers that were found damaged, by name.")
            .labelNames("blob")
            .register(registry);
    checkTime =
        gauge(
            registry,
            "check_timestamp_seconds",
            "When all of the version that answers was last read again; 0 for never.");
    version =
        Info.builder()
            .name("matinee_follow_version_info")
            .help("The version that answers, and the one that the alias points at.")
            .labelNames("alias", "loaded", "target")
            .register(registry);
  }

  /** Listens before the follower begins. */
  void listen(
      @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event,
      FollowedModel model) {
    model.following().ifPresent(following -> following.listen(this));
  }

  @Override
  public void changed(FollowingStatus status) {
    connected.set(status.registryConnected() ? 1 : 0);
    loadTime.set(status.loadTime().map(time -> time.toEpochMilli() * 1e-3).orElse(0.));
    version.setLabelValues(
        status.alias(), status.loadedVersion().orElse(""), status.targetVersion().orElse(""));
  }

  @Override
  public void loaded(String loaded, Duration took) {
    loads.inc();
    loadSeconds.set(took.toNanos() * 1e-9);
  }

  @Override
  public void inspected(Instant time, List<String> damaged) {
    checkTime.set(time.toEpochMilli() * 1e-3);
    damaged.forEach(blob -> damagedBlobs.labelValues(blob).inc());
  }

  @Override
  public void failed(FailedLoad failure) {
    failures.labelValues(failure.reason().name()).inc();
  }

  private static Gauge gauge(PrometheusRegistry registry, String name, String help) {
    return Gauge.builder().name("matinee_follow_" + name).help(help).register(registry);
  }
}
