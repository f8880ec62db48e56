package io.matinee.cli.connection;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Named settings in a YAML file: profile name, then key and value (see {@link SettingsSource}). */
public final class Profiles {
  private static final Set<String> KEYS =
      Set.of("trainer", "serving", "similarity", "metrics", "ca", "cert", "key", "token");
  private static final YAMLMapper YAML = new YAMLMapper();

  private final Path file;

  /**
   * Makes the profiles of a file; the file is read when a profile is asked for.
   *
   * @param file the YAML file, which need not exist
   */
  public Profiles(Path file) {
    this.file = file;
  }

  /**
   * Returns the file of the user whose environment this is: XDG_CONFIG_HOME or ~/.config,
   * matinee/profiles.yaml.
   */
  public static Profiles ofUser(Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", System.getProperty("user.home", "."));
    String configuration =
        environment.getOrDefault("XDG_CONFIG_HOME", Path.of(home, ".config").toString());
    return new Profiles(Path.of(configuration, "matinee", "profiles.yaml"));
  }

  /**
   * Returns a profile.
   *
   * @param name its name
   * @return its keys and values
   * @throws CommandFailure when the file or the profile is missing, or has an unknown key
   */
  public Map<String, String> profile(String name) {
    Map<String, Map<String, String>> profiles = read();
    Map<String, String> profile = profiles.get(name);
    if (profile == null) {
      throw failure(
          "has no profile \"%s\"; it has %s"
              .formatted(name, String.join(", ", new TreeMap<>(profiles).keySet())));
    }
    for (String key : profile.keySet()) {
      if (!KEYS.contains(key)) {
        throw failure(
            "has an unknown key \"%s\" in profile \"%s\"; known are %s"
                .formatted(key, name, String.join(", ", KEYS.stream().sorted().toList())));
      }
    }
    return profile;
  }

  private Map<String, Map<String, String>> read() {
    if (!Files.isReadable(file)) {
      throw failure("does not exist or cannot be read");
    }
    try {
      return YAML.readValue(file.toFile(), new TypeReference<>() {});
    } catch (IOException unreadable) {
      throw failure("is not a YAML map of profiles, each a map of settings");
    }
  }

  private CommandFailure failure(String problem) {
    return new CommandFailure(ExitCode.USAGE, file + " " + problem);
  }
}
