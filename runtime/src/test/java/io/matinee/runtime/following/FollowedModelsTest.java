package io.matinee.runtime.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many aliases a process follows. */
class FollowedModelsTest {
  @Test
  void followsEachAliasOnceAndNoMoreThanAReportHolds() {
    assertThat(FollowedModels.checked(aliases(16))).hasSize(16);

    assertThatThrownBy(() -> FollowedModels.checked(aliases(17)))
        .hasMessageContainingAll("matinee.follow.aliases", "17", "16");
    assertThatThrownBy(() -> FollowedModels.checked(List.of("a", "b", "a")))
        .hasMessageContainingAll("matinee.follow.aliases", "twice");
  }

  private static List<String> aliases(int count) {
    return IntStream.range(0, count).mapToObj(number -> "alias-" + number).toList();
  }
}
