package io.matinee.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.proto.model.v1.ErrorReason;
import io.matinee.proto.model.v1.FailedLoad;
import io.matinee.proto.model.v1.FollowedAlias;
import io.matinee.proto.model.v1.LoadedVersion;
import org.junit.jupiter.api.Test;

/** A followed alias as `./matinee status` shows it. */
class AliasStatusTest {
  private static final String FIRST = "models/movies/versions/1";
  private static final String SECOND = "models/movies/versions/2";

  @Test
  void tellsOfAFailedLoadUntilItAnswersFromWhatItShould() {
    FollowedAlias.Builder followed =
        FollowedAlias.newBuilder()
            .setLoaded(LoadedVersion.newBuilder().setModelVersion(FIRST))
            .setTargetVersion(SECOND)
            .setLastFailedLoad(
                FailedLoad.newBuilder()
                    .setModelVersion(SECOND)
                    .setReason(ErrorReason.STORAGE_FULL)
                    .setMessage("the disk is full"));

    assertThat(AliasStatus.of(followed.build()).trouble())
        .isEqualTo(SECOND + ": STORAGE_FULL: the disk is full");

    followed.getLoadedBuilder().setModelVersion(SECOND);
    assertThat(AliasStatus.of(followed.build()).trouble()).isEmpty();
  }
}
