package io.matinee.cli.connection;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Puts settings together: a flag wins over the environment, that over the profile, that over what
 * is found on this machine.
 *
 * <p>Keys are "trainer", "serving", "similarity", "metrics", "ca", "cert", "key", "token". In the
 * environment the endpoints are MATINEE_TRAINER_ENDPOINT and so on, the others MATINEE_CA,
 * MATINEE_CERT, MATINEE_KEY, MATINEE_TOKEN.
 *
 * @param flags what the command line says
 * @param environment the environment variables
 * @param profile the chosen profile; empty for none
 * @param here the endpoints of the suite on this machine, for services that none of these names
 */
public record SettingsSource(
    Map<String, String> flags,
    Map<String, String> environment,
    Map<String, String> profile,
    Endpoints here) {

  /** Copies the maps. */
  public SettingsSource {
    flags = Map.copyOf(flags);
    environment = Map.copyOf(environment);
    profile = Map.copyOf(profile);
  }

  /** Returns the settings that hold. */
  public ConnectionSettings resolve() {
    Map<Service, Endpoint> named = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      find(service.id(), variable(service.id()) + "_ENDPOINT")
          .ifPresent(address -> named.put(service, Endpoint.parse(address)));
    }
    return new ConnectionSettings(
        here.replacedBy(named),
        find("ca", variable("ca")).map(Path::of),
        find("cert", variable("cert")).map(Path::of),
        find("key", variable("key")).map(Path::of),
        find("token", variable("token")));
  }

  private Optional<String> find(String key, String variable) {
    return Optional.ofNullable(flags.get(key))
        .or(() -> Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank()))
        .or(() -> Optional.ofNullable(profile.get(key)));
  }

  private static String variable(String key) {
    return "MATINEE_" + key.toUpperCase(Locale.ROOT);
  }
}
