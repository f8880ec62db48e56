package io.matinee.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.matinee.cli.connection.Service;
import io.matinee.proto.model.v1.ErrorReason;
import io.matinee.proto.model.v1.FailedLoad;
import io.matinee.proto.model.v1.FollowedAlias;
import io.matinee.proto.model.v1.LoadedVersion;
import io.matinee.proto.model.v1.ReaderStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A followed alias as `./matinee status` shows it. */
class AliasStatusTest {
  private static final String PRODUCTION = "models/films/aliases/production";
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

    assertThat(AliasStatus.of(followed.build(), true).trouble())
        .isEqualTo(SECOND + ": STORAGE_FULL: the disk is full");

    followed.getLoadedBuilder().setModelVersion(SECOND);
    assertThat(AliasStatus.of(followed.build(), true).trouble()).isEmpty();
  }

  @Test
  void saysWhatToDoWhereItPointsAtNothing() {
    FollowedAlias followed = FollowedAlias.newBuilder().setAlias(PRODUCTION).build();

    assertThat(AliasStatus.of(followed, true).trouble())
        .isEqualTo("no version: ./matinee alias set production N --model films");
    assertThat(AliasStatus.of(followed, false).trouble()).isEmpty();
  }

  @Test
  void eachAliasOfAServiceIsNamedInItsColumn() {
    ReaderStatus reader =
        ReaderStatus.newBuilder()
            .addAliases(FollowedAlias.newBuilder().setAlias(PRODUCTION))
            .addAliases(FollowedAlias.newBuilder().setAlias("models/films/aliases/candidate"))
            .build();
    ServiceStatus serving =
        ServiceStatus.of(
            Service.SERVING,
            "localhost:9002",
            Optional.empty(),
            Optional.of(ServingStatus.SERVING),
            Optional.of(reader));

    List<String> lines = ServiceStatus.text(List.of(serving), true).lines().toList();
    int column = lines.getFirst().indexOf("alias  ");
    assertThat(lines.get(1).substring(column)).startsWith(PRODUCTION);
    assertThat(lines.get(2).strip()).startsWith("models/films/aliases/candidate");
    assertThat(lines.get(2).substring(column)).startsWith("models/films/aliases/candidate");
  }
}
