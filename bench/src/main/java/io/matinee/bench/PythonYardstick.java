package io.matinee.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a Python script that measures the same work in the same run. Its packages are installed into
 * {@code .tools/python} where they are missing or of another version.
 */
final class PythonYardstick {
  private final Path root;

  PythonYardstick(Path root) {
    this.root = root;
  }

  /** Returns the JSON object that the script prints. */
  JsonNode run(String script, List<PythonPackage> packages, Object... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(interpreterWith(packages).toString());
    command.add(root.resolve("bench/src/main/python").resolve(script).toString());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new ObjectMapper().readTree(output(command));
  }

  private Path interpreterWith(List<PythonPackage> packages)
      throws IOException, InterruptedException {
    Path environment = root.resolve(".tools/python");
    Path interpreter = environment.resolve("bin/python");
    if (!Files.isExecutable(interpreter)) {
      output(List.of("python3", "-m", "venv", environment.toString()));
    }
    List<String> install = new ArrayList<>(List.of(interpreter.toString(), "-m", "pip"));
    install.addAll(List.of("install", "--quiet", "--disable-pip-version-check"));
    packages.forEach(each -> install.add(each.requirement()));
    output(install);
    return interpreter;
  }

  private static String output(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + exit);
    }
    return text;
  }
}
