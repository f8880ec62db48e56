package io.matinee.runtime.liveness;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/**
 * Liveness at {@code /q/health/live}: the process lives while every thread that it cannot do
 * without makes progress. Whether the trainer can be reached plays no part.
 */
@Singleton
@Liveness
public class Progress implements HealthCheck {
  private final Duration patience;
  private final List<Pulse> pulses;

  @Inject
  Progress(@Any Instance<Hearts> parts, LivenessConfiguration configuration, Clock clock) {
    this(
        parts.stream().flatMap(part -> part.hearts().stream()).toList(),
        configuration.patience(),
        clock);
  }

  Progress(List<Heart> hearts, Duration patience, Clock clock) {
    this.patience = patience;
    this.pulses = hearts.stream().map(heart -> new Pulse(heart, clock)).toList();
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("progress").up();
    for (Pulse pulse : pulses) {
      Optional<Duration> debt = pulse.owes();
      if (debt.isPresent() && debt.get().compareTo(patience) > 0) {
        response.down().withData(pulse.name(), "stands still for " + debt.get().toSeconds() + " s");
      }
    }
    return response.build();
  }
}
