package io.matinee.cli.external;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.cli.suite.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packaged command line as a process of its own. */
final class CommandLineProgram {
  private CommandLineProgram() {}

  /** The program with arguments, not started yet; it finds the services of this repository. */
  static ProcessBuilder with(String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("--enable-native-access=ALL-UNNAMED");
    words.add("--sun-misc-unsafe-memory-access=allow");
    words.add("-XX:+UseSerialGC");
    words.add("-XX:TieredStopAtLevel=1");
    words.add("-Dmatinee.root=" + Repository.root());
    words.add("-jar");
    words.add(Repository.root().resolve(Path.of("cli", "target", "matinee.jar")).toString());
    words.addAll(List.of(arguments));
    return new ProcessBuilder(words).redirectErrorStream(true);
  }

  /** Writes a script that is the program, for other programs to call. */
  static Path script(Path file, Map<String, String> environment) throws IOException {
    Stream<String> settings =
        environment.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue());
    String words =
        Stream.concat(settings, with().command().stream())
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    Files.writeString(file, "#!/bin/sh\nexec env " + words + " \"$@\"\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  /** Runs the program to its end. */
  static Result run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder program = with(arguments);
    program.environment().putAll(environment);
    Process process = program.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  /**
   * How a run ended.
   *
   * @param status the exit status
   * @param output all that it wrote
   */
  record Result(int status, String output) {}
}
