package io.matinee.trainer.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {

  @Test
  void keepsLinesAndTheBeginningsOfLongOnes() throws IOException {
    assertThat(lines("one\n\n" + "x".repeat(100_000) + "\nfour"))
        .containsExactly("one", "", "xxxxx", "four");
    assertThat(lines("")).isEmpty();
    assertThat(lines("\n")).containsExactly("");
  }

  private static List<String> lines(String text) throws IOException {
    BoundedLines bounded = new BoundedLines(new BufferedReader(new StringReader(text)), 5);
    List<String> found = new ArrayList<>();
    for (var line = bounded.next(); line.isPresent(); line = bounded.next()) {
      found.add(line.get());
    }
    return found;
  }
}
