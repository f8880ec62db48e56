package io.matinee.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.cli.failure.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsSourceTest {
  @TempDir Path folder;

  @Test
  void standsOnThisMachineWhenNothingIsSaid() {
    ConnectionSettings settings =
        new SettingsSource(Map.of(), Map.of(), Map.of(), Endpoints.standard()).resolve();

    assertThat(settings.endpoints().known())
        .containsEntry(Service.TRAINER, Endpoint.local(9001))
        .containsEntry(Service.METRICS, Endpoint.local(9004));
    assertThat(settings.encrypts(Endpoint.local(9001))).isFalse();
  }

  @Test
  void aFlagWinsOverTheEnvironmentThatOverTheProfileAndThatOverTheSuiteHere() {
    ConnectionSettings settings =
        new SettingsSource(
                Map.of("trainer", "flag:1"),
                Map.of(
                    "MATINEE_TRAINER_ENDPOINT", "environment:1",
                    "MATINEE_SERVING_ENDPOINT", "environment:2",
                    "MATINEE_TOKEN", "secret"),
                Map.of("serving", "profile:2", "similarity", "https://profile:3", "ca", "ca.pem"),
                new Endpoints(
                    Map.of(
                        Service.SIMILARITY, Endpoint.local(3), Service.METRICS, Endpoint.local(4)),
                    ""))
            .resolve();

    assertThat(settings.endpoints().known())
        .containsEntry(Service.TRAINER, new Endpoint("flag", 1, false))
        .containsEntry(Service.SERVING, new Endpoint("environment", 2, false))
        .containsEntry(Service.SIMILARITY, new Endpoint("profile", 3, true))
        .containsEntry(Service.METRICS, Endpoint.local(4));
    assertThat(settings.token()).contains("secret");
    assertThat(settings.encrypts(Endpoint.local(1))).isTrue();
  }

  @Test
  void anEndpointThatIsNotKnownIsToldWhenItIsAskedFor() {
    Endpoints endpoints =
        new SettingsSource(
                Map.of("serving", "flag:2"), Map.of(), Map.of(), new Endpoints(Map.of(), "do this"))
            .resolve()
            .endpoints();

    assertThat(endpoints.of(Service.SERVING)).isEqualTo(new Endpoint("flag", 2, false));
    assertThatThrownBy(() -> endpoints.of(Service.TRAINER))
        .isInstanceOf(CommandFailure.class)
        .hasMessage("do this");
  }

  @Test
  void readsProfilesAndNamesWhatIsWrongWithThem() throws IOException {
    Path file = folder.resolve("profiles.yaml");
    Files.writeString(file, "cluster: {trainer: 'a:1', token: t}\nbad: {trianer: 'a:1'}\n");
    Profiles profiles = new Profiles(file);

    assertThat(profiles.profile("cluster")).isEqualTo(Map.of("trainer", "a:1", "token", "t"));
    assertThatThrownBy(() -> profiles.profile("other"))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("has no profile \"other\"; it has bad, cluster");
    assertThatThrownBy(() -> profiles.profile("bad"))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("unknown key \"trianer\"");
  }

  @Test
  void readsAddressesWithBrackets() {
    assertThat(Endpoint.parse("[::1]:9001")).isEqualTo(new Endpoint("::1", 9001, false));
    assertThat(Endpoint.parse("[::1]:9001").address()).isEqualTo("[::1]:9001");
    assertThatThrownBy(() -> Endpoint.parse("host:70000")).isInstanceOf(CommandFailure.class);
  }
}
