package io.matinee.cli.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final Map<String, List<Integer>> PAGES =
      Map.of("", List.of(1, 2), "2", List.of(), "3", List.of(3));
  private static final Map<String, String> NEXT = Map.of("", "2", "2", "3", "3", "");

  @Test
  void readsToTheEndAcrossAnEmptyPage() {
    assertThat(Pages.all(token -> token, PAGES::get, NEXT::get)).containsExactly(1, 2, 3);
  }
}
