package io.matinee.runtime.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of reasons that callers read in {@code docs/contracts.md}. */
class DocumentedReasonsTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z_]+) \\| ([A-Z_, ]+) \\|$");

  private static List<MatchResult> rows = List.of();

  @BeforeAll
  static void read() throws IOException {
    rows = ROW.matcher(Files.readString(Path.of("..", "docs", "contracts.md"))).results().toList();
  }

  @ParameterizedTest
  @EnumSource
  void standsInTheRowOfItsCodeAlone(Reason reason) {
    assertThat(rows)
        .filteredOn(row -> List.of(row.group(2).split(", ")).contains(reason.name()))
        .extracting(row -> row.group(1))
        .containsExactly(reason.code().name());
  }

  @Test
  void hasNoOthers() {
    assertThat(rows.stream().mapToInt(row -> row.group(2).split(", ").length).sum())
        .isEqualTo(Reason.values().length);
  }
}
