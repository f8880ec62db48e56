package io.matinee.runtime.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.proto.model.v1.FollowedAlias;
import io.matinee.proto.model.v1.ReaderKind;
import io.matinee.proto.model.v1.ReaderStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One status of all that a process follows. */
class ReaderStatusesTest {
  private static final Instant EARLY = Instant.ofEpochSecond(100);
  private static final Instant LATE = Instant.ofEpochSecond(200);
  private static final LoadedVersion VERSION =
      new LoadedVersion("models/movies/versions/3", LATE, 17);

  @Test
  void hasWhatIsLoadedOfEachAliasInTheirOrder() {
    ReaderStatus status = of(following("production").loaded(VERSION), following("candidate"));

    assertThat(status.getKind()).isEqualTo(ReaderKind.READER_KIND_SIMILARITY);
    FollowedAlias production = status.getAliases(0);
    assertThat(production.getAlias()).isEqualTo("production");
    assertThat(production.getReady()).isTrue();
    assertThat(production.getLoaded().getModelVersion()).isEqualTo(VERSION.name());
    assertThat(production.getLoaded().getLoadTime().getSeconds()).isEqualTo(200);
    assertThat(production.getLoaded().getRatingsRevision()).isEqualTo(17);
    FollowedAlias candidate = status.getAliases(1);
    assertThat(candidate.hasLoaded()).isFalse();
    assertThat(candidate.getReady()).isFalse();
  }

  @Test
  void isReadyByTheFirstAlias() {
    assertThat(of(following("a").loaded(VERSION), following("b")).getReady()).isTrue();
    assertThat(of(following("a"), following("b").loaded(VERSION)).getReady()).isFalse();
  }

  @Test
  void hearsTheTrainerAsItHearsOfTheAliasThatItHearsOfWorst() {
    FollowingStatus well = following("a").connected(true).heard(Optional.of(LATE), false);
    FollowingStatus badly = following("b").heard(Optional.of(EARLY), true);

    ReaderStatus status = of(well, badly);
    assertThat(status.getRegistryConnected()).isFalse();
    assertThat(status.getStale()).isTrue();
    assertThat(status.getLastHeardTime().getSeconds()).isEqualTo(100);
    assertThat(of(well, well).getRegistryConnected()).isTrue();
    assertThat(of(well, well).getStale()).isFalse();
    assertThat(of(well, following("b")).hasLastHeardTime()).as("one was never heard of").isFalse();
  }

  private static ReaderStatus of(FollowingStatus... followed) {
    return ReaderStatuses.of(ReaderStatuses.kind("similarity"), List.of(followed));
  }

  private static FollowingStatus following(String alias) {
    return FollowingStatus.initial(alias);
  }
}
