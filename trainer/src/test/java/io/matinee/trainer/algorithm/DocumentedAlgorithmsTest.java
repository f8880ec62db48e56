package io.matinee.trainer.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/algorithms.md} has a section for each algorithm, and its place among the kinds. */
class DocumentedAlgorithmsTest {
  private static final Pattern SECTION = Pattern.compile("(?m)^## ([a-z-]+) \\(");
  private static final Pattern KIND = Pattern.compile("(?m)^\\| `[a-z]+` \\| ([^|]+) \\|");
  private static final Pattern ID = Pattern.compile("`([a-z-]+)`");

  private final List<String> ids =
      AlgorithmCatalogue.all().stream().map(AlgorithmDescription::id).toList();

  @Test
  void everyAlgorithmHasASection() throws IOException {
    assertThat(SECTION.matcher(document()).results())
        .map(section -> section.group(1))
        .containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void everyAlgorithmHasAKind() throws IOException {
    assertThat(KIND.matcher(document()).results())
        .flatMap(kind -> ID.matcher(kind.group(1)).results().map(id -> id.group(1)).toList())
        .containsExactlyInAnyOrderElementsOf(ids);
  }

  private static String document() throws IOException {
    return Files.readString(Path.of("..", "docs", "algorithms.md"));
  }
}
