package io.matinee.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void alignsTextLeftAndNumbersRightWithoutBlanksAtTheEnd() {
    Table table =
        Table.of("title", ">year", "genres").row("Heat", "1995", "Crime").row("M", "", "-");

    assertThat(table.text().lines())
        .containsExactly("title  year  genres", "Heat   1995  Crime", "M            -");
    assertThat(table.indented().lines()).allMatch(line -> line.startsWith("  "));
  }

  @Test
  void refusesARowOfAnotherWidth() {
    assertThatThrownBy(() -> Table.of("one", "two").row("1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 cells for 2 columns");
  }
}
