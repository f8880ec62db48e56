package io.matinee.runtime.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import io.matinee.proto.model.v1.ErrorReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of reasons that callers read in {@code docs/contracts.md}. */
class DocumentedReasonsTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z_]+) \\| ([A-Z_, ]+) \\|$");

  private static final Pattern KEY = Pattern.compile("\\.with\\(\\s*\"([a-z_]+)\"");
  private static final Pattern KEY_ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| [A-Z_, ]+ \\|");

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
  void areThoseOfTheContracts() {
    assertThat(Arrays.stream(Reason.values()).map(Reason::name))
        .containsExactlyInAnyOrderElementsOf(
            ErrorReason.getDescriptor().getValues().stream()
                .filter(reason -> reason.getNumber() > 0)
                .map(EnumValueDescriptor::getName)
                .toList());
  }

  /** The metadata of an error is part of the contract: a key that is used stands in its table. */
  @Test
  void haveNoMetadataButThatOfTheTable() throws IOException {
    Set<String> documented =
        KEY_ROW
            .matcher(Files.readString(Path.of("..", "docs", "contracts.md")))
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toSet());
    Set<String> used = new TreeSet<>();
    for (String module : List.of("runtime", "trainer", "serving", "similarity", "metrics")) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          KEY.matcher(Files.readString(file)).results().forEach(key -> used.add(key.group(1)));
        }
      }
    }
    assertThat(used).hasSizeGreaterThan(15).isEqualTo(documented);
  }

  @Test
  void hasNoOthers() {
    assertThat(rows.stream().mapToInt(row -> row.group(2).split(", ").length).sum())
        .isEqualTo(Reason.values().length);
  }
}
