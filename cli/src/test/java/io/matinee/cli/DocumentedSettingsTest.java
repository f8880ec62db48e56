package io.matinee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.cli.suite.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of settings has each one that the services read, with its default. */
class DocumentedSettingsTest {
  private static final Pattern PREFIX =
      Pattern.compile("@ConfigMapping\\(prefix = \"(matinee[^\"]*)\"\\)");

  /** A setting without a body: its default, if it has one in the code, and its name. */
  private static final Pattern SETTING =
      Pattern.compile("(?m)(?:@WithDefault\\(\"([^\"]+)\"\\)\\s+)?^  [\\w<>]+ (\\w+)\\(\\);");

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(matinee(?:\\.[\\w-]+)*)\\.[\\w-]+`[^\\n]*$");

  /** A setting as the code has it. */
  private record Setting(String prefix, String name, String standard) {
    boolean isIn(String row) {
      String[] cells = row.split(" \\| ", 3);
      return cells[0].contains('.' + name + '`')
          && (standard.isEmpty() || cells[1].contains('`' + standard + '`'));
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void standsInTheTable(Setting setting) {
    assertThat(rows(setting.prefix())).as(setting.toString()).anyMatch(setting::isIn);
  }

  @Test
  void thereAreSome() {
    assertThat(settings())
        .contains(
            new Setting("matinee.call", "at-work", "256"),
            new Setting("matinee.trainer", "home", ""));
  }

  static List<Setting> settings() {
    return Stream.of("runtime", "trainer", "serving", "similarity", "metrics")
        .map(module -> Repository.root().resolve(module).resolve("src/main/java"))
        .flatMap(DocumentedSettingsTest::sources)
        .map(DocumentedSettingsTest::read)
        .flatMap(DocumentedSettingsTest::settings)
        .toList();
  }

  private static Stream<Setting> settings(String source) {
    return PREFIX
        .matcher(source)
        .results()
        .map(mapping -> mapping.group(1))
        .flatMap(prefix -> SETTING.matcher(source).results().map(found -> setting(prefix, found)));
  }

  private static Setting setting(String prefix, MatchResult found) {
    String name = found.group(2).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    String standard = found.group(1);
    return new Setting(prefix, name, standard == null ? "" : standard);
  }

  private static List<String> rows(String prefix) {
    return ROW.matcher(read(Repository.root().resolve("docs/operations.md")))
        .results()
        .filter(row -> row.group(1).equals(prefix))
        .map(MatchResult::group)
        .toList();
  }

  private static Stream<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
