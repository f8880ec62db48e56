package io.matinee.cli.command;

import io.matinee.cli.connection.Connection;
import io.matinee.cli.connection.ConnectionSettings;
import io.matinee.cli.connection.Profiles;
import io.matinee.cli.connection.SettingsSource;
import io.matinee.cli.suite.SuiteHome;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Where the services are. A flag wins over the environment, that over the profile, that over the
 * suite that runs from the home, that over the default ports of this machine.
 */
public final class ConnectionOptions {
  private static final String PROFILE_VARIABLE = "MATINEE_PROFILE";

  @Mixin HomeOption homeOption;

  @Option(
      names = "--trainer",
      paramLabel = "HOST:PORT",
      description =
          "the trainer (MATINEE_TRAINER_ENDPOINT, that of --home, 127.0.0.1:9001); https:// before it for TLS")
  @Nullable String trainer;

  @Option(
      names = "--serving",
      paramLabel = "HOST:PORT",
      description =
          "the serving service (MATINEE_SERVING_ENDPOINT, that of --home, 127.0.0.1:9002)")
  @Nullable String serving;

  @Option(
      names = "--similarity",
      paramLabel = "HOST:PORT",
      description =
          "the similarity service (MATINEE_SIMILARITY_ENDPOINT, that of --home, 127.0.0.1:9003)")
  @Nullable String similarity;

  @Option(
      names = "--metrics",
      paramLabel = "HOST:PORT",
      description =
          "the metrics service (MATINEE_METRICS_ENDPOINT, that of --home, 127.0.0.1:9004)")
  @Nullable String metrics;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "certificates to trust, PEM; turns TLS on (MATINEE_CA)")
  @Nullable String authority;

  @Option(
      names = "--cert",
      paramLabel = "FILE",
      description = "own certificate, PEM; turns TLS on (MATINEE_CERT)")
  @Nullable String certificate;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "the certificate's key, PEM (MATINEE_KEY)")
  @Nullable String key;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "sent as a bearer token (MATINEE_TOKEN)")
  @Nullable String token;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "settings from ~/.config/matinee/profiles.yaml (MATINEE_PROFILE)")
  @Nullable String profile;

  @Option(
      names = "--deadline",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "how long a call may take (default: ${DEFAULT-VALUE})")
  int deadlineSeconds;

  /** Returns the home whose suite is asked when nothing else is said. */
  SuiteHome home() {
    return homeOption.home();
  }

  /** Opens the connection; the caller closes it. */
  public Connection open() {
    return new Connection(settings(System.getenv()), Duration.ofSeconds(deadlineSeconds));
  }

  /**
   * Puts the settings together.
   *
   * @param environment the environment variables
   * @return where the services are
   */
  ConnectionSettings settings(Map<String, String> environment) {
    Map<String, String> chosen =
        Optional.ofNullable(profile)
            .or(() -> Optional.ofNullable(environment.get(PROFILE_VARIABLE)))
            .filter(name -> !name.isBlank())
            .map(name -> Profiles.ofUser(environment).profile(name))
            .orElse(Map.of());
    return new SettingsSource(flags(), environment, chosen, homeOption.endpoints(environment))
        .resolve();
  }

  private Map<String, String> flags() {
    Map<String, String> flags = new HashMap<>();
    put(flags, "trainer", trainer);
    put(flags, "serving", serving);
    put(flags, "similarity", similarity);
    put(flags, "metrics", metrics);
    put(flags, "ca", authority);
    put(flags, "cert", certificate);
    put(flags, "key", key);
    put(flags, "token", token);
    return flags;
  }

  private static void put(Map<String, String> flags, String key, @Nullable String value) {
    if (value != null) {
      flags.put(key, value);
    }
  }
}
