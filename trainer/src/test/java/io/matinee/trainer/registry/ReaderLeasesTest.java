package io.matinee.trainer.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.name.ModelVersionName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How many readers are remembered, and for how long. */
class ReaderLeasesTest {
  private static final ModelVersionName VERSION = new ModelVersionName("movies", 1);
  private static final ModelVersionName OTHER = new ModelVersionName("movies", 2);

  private Instant now = Instant.EPOCH;
  private final InstantSource source = () -> now;
  private final Clock clock = source.withZone(ZoneOffset.UTC);
  private final ReaderLeases leases = new ReaderLeases(Duration.ofMinutes(2), clock);

  @Test
  void forgetsAReaderThatIsSilent() {
    leases.renew("serving", Set.of(VERSION, OTHER), Map.of());
    leases.renew("similarity", Set.of(), Map.of());
    assertThat(leases.versions()).containsExactlyInAnyOrder(VERSION, OTHER);
    now = now.plusSeconds(121);
    assertThat(leases.versions()).isEmpty();
  }

  @Test
  void knowsWhatNeedsAVersionUntilThatIsDoneOrSilent() {
    leases.renew("metrics", Set.of(), Map.of("evaluations/1", VERSION));
    assertThat(leases.needing(VERSION)).containsExactly("evaluations/1");
    assertThat(leases.needing(OTHER)).isEmpty();
    leases.renew("metrics", Set.of(), Map.of("evaluations/2", OTHER));
    assertThat(leases.needing(VERSION)).isEmpty();
    now = now.plusSeconds(121);
    assertThat(leases.needing(OTHER)).isEmpty();
  }

  @Test
  void takesNoMoreReadersThanThereMayBeUntilOneIsSilent() {
    for (int i = 0; i < ReaderLeases.MOST; i++) {
      leases.renew("r" + i, Set.of(VERSION), Map.of());
    }
    assertThatThrownBy(() -> leases.renew("one more", Set.of(VERSION), Map.of()))
        .isInstanceOfSatisfying(
            MatineeException.class, full -> assertThat(full.reason()).isEqualTo(Reason.QUEUE_FULL));
    leases.renew("r7", Set.of(VERSION), Map.of());
    now = now.plusSeconds(121);
    leases.renew("one more", Set.of(VERSION), Map.of());
    assertThat(leases.versions()).hasSize(1);
  }
}
