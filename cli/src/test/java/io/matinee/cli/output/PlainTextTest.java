package io.matinee.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void leavesNothingThatMovesACursorOrTurnsTheDirectionOfReading() {
    assertThat(PlainText.line("a\u001b[2J\nb\tc\u202Ed\u2028e\u009Bf\ud800"))
        .isEqualTo("a?[2J b c?d e?f?");
  }

  @Test
  void leavesLettersOfAllScriptsAsTheyAre() {
    String title = "Les Misérables – 七人の侍 🎬";

    assertThat(PlainText.line(title)).isEqualTo(title);
  }

  @Test
  void aTableShowsEveryCellOnItsLine() {
    assertThat(Table.of("title", ">year").row("two\nlines\u001b[31m", "1995").text().lines())
        .containsExactly("title           year", "two lines?[31m  1995");
  }
}
