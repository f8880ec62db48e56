package io.matinee.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.matinee.cli.suite.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command line takes every command that the documents show. */
class DocumentedCommandsTest {
  /** In a block of code, or within a line. */
  private static final Pattern COMMAND = Pattern.compile("(?m)(?:^ *|`)\\./matinee\\b([^`\\n]*)");

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @ParameterizedTest
  @MethodSource("commands")
  void isTaken(String command) {
    String[] words =
        WORD.matcher(command)
            .results()
            .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
            .toArray(String[]::new);

    assertThatNoException().isThrownBy(() -> Matinee.commandLine().parseArgs(words));
  }

  @Test
  void thereAreSome() throws IOException {
    assertThat(commands()).contains("up", "similar \"Toy Story\"", "bench NAME");
  }

  static List<String> commands() throws IOException {
    Path root = Repository.root();
    try (Stream<Path> documents = Files.list(root.resolve("docs"))) {
      return Stream.concat(
              Stream.of(root.resolve("README.md"), root.resolve("CONTRIBUTING.md")), documents)
          .flatMap(document -> COMMAND.matcher(read(document)).results())
          .map(command -> command.group(1).strip())
          .distinct()
          .sorted()
          .toList();
    }
  }

  private static String read(Path document) {
    try {
      return Files.readString(document);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
