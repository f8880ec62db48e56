package io.matinee.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.cli.output.Table;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FilterOptionsTest {

  @Test
  void saysThatNothingPasses() {
    assertThat(options().shown(Table.of("title")))
        .isEqualTo("No movie is left that passes the filter.");
    assertThat(options("--genre", "science fiction").shown(Table.of("title")))
        .startsWith("No movie is left that passes the filter. Genres are called as");
    assertThat(options().shown(Table.of("title").row("Heat"))).startsWith("title").endsWith("Heat");
  }

  private static FilterOptions options(String... typed) {
    return CommandLine.populateCommand(new FilterOptions(), typed);
  }
}
