package io.matinee.cli.external;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.cli.connection.SelfSigned;
import io.matinee.cli.connection.Service;
import io.matinee.cli.failure.ExitCode;
import io.matinee.cli.suite.FreePorts;
import io.matinee.cli.suite.Ports;
import io.matinee.cli.suite.SuiteHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A packaged service behind TLS, which Quarkus' own settings turn on, and the command line. */
@Tag("external")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EncryptedServiceTest {
  private Path folder;
  private SelfSigned identity;
  private PackagedService service;
  private String endpoint;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    folder = temporary;
    identity = SelfSigned.make(folder.resolve("service"));
    Ports ports = FreePorts.find();
    endpoint = "127.0.0.1:" + ports.grpc(Service.TRAINER);
    service =
        PackagedService.start(
            Service.TRAINER,
            new SuiteHome(folder.resolve("home")),
            ports,
            Map.of(
                "QUARKUS_GRPC_SERVER_SSL_CERTIFICATE", identity.certificate().toString(),
                "QUARKUS_GRPC_SERVER_SSL_KEY", identity.key().toString()));
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void answersACallerThatTrustsIt() throws Exception {
    assertAnswered(
        CommandLineProgram.run(
            Map.of(),
            "algorithms",
            "--trainer",
            endpoint,
            "--ca",
            identity.certificate().toString(),
            "--token",
            "my-token"));
    assertAnswered(
        CommandLineProgram.run(
            Map.of(
                "MATINEE_TRAINER_ENDPOINT",
                "https://" + endpoint,
                "MATINEE_CA",
                identity.certificate().toString()),
            "algorithms"));
  }

  @Test
  void answersACallerWithAProfile() throws Exception {
    Path configuration = folder.resolve("configuration");
    Path profiles = Files.createDirectories(configuration.resolve("matinee"));
    Files.writeString(
        profiles.resolve("profiles.yaml"),
        """
        cluster:
          trainer: https://%s
          ca: %s
          token: my-token
        """
            .formatted(endpoint, identity.certificate()));

    assertAnswered(
        CommandLineProgram.run(
            Map.of("XDG_CONFIG_HOME", configuration.toString()),
            "algorithms",
            "--profile",
            "cluster"));
  }

  @Test
  void aCallerThatTrustsOthersHearsWhy() throws Exception {
    SelfSigned stranger = SelfSigned.make(folder.resolve("stranger"));

    CommandLineProgram.Result refused =
        CommandLineProgram.run(
            Map.of(),
            "algorithms",
            "--trainer",
            endpoint,
            "--ca",
            stranger.certificate().toString());

    assertThat(refused.status()).as(refused.output()).isEqualTo(ExitCode.UNAVAILABLE.number());
    assertThat(refused.output().lines()).hasSize(1);
    assertThat(refused.output()).contains("certificate", "--ca");
  }

  @Test
  void aKeyThatCannotBeReadFailsTheStart() throws Exception {
    Path nothing = Files.writeString(folder.resolve("empty.pem"), "");
    try (PackagedService refused =
        PackagedService.launch(
            List.of(),
            Service.TRAINER,
            new SuiteHome(folder.resolve("refused")),
            FreePorts.find(),
            Map.of(
                "QUARKUS_GRPC_SERVER_SSL_CERTIFICATE", identity.certificate().toString(),
                "QUARKUS_GRPC_SERVER_SSL_KEY", nothing.toString()))) {
      assertThat(refused.awaitRefusal())
          .anySatisfy(line -> assertThat(line).contains("TLS", "quarkus.grpc.server.ssl"));
      assertThat(refused.awaitEnd()).isNotZero();
    }
  }

  private static void assertAnswered(CommandLineProgram.Result result) {
    assertThat(result.status()).as(result.output()).isZero();
    assertThat(result.output()).contains("als", "biased-mf");
  }
}
