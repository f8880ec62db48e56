package io.matinee.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ContestTest {
  private static final int USERS = 100;

  private final Contest contest = new Contest(USERS);

  @Test
  void whoIsWorseForAlmostAllLoses() {
    add("better", .5, 0);
    add("worse", .4, 0);

    assertThat(contest.notLosing("", "worse", "better").holds()).isFalse();
    assertThat(contest.notLosing("", "better", "worse").holds()).isTrue();
  }

  @Test
  void whoIsWorseByChanceDoesNotLose() {
    add("even", .5, 0);
    add("uneven", .49, .4);

    assertThat(contest.notLosing("", "uneven", "even").holds()).isTrue();
  }

  @Test
  void meansAreOverUsersAndTrialsWithAValue() {
    contest.add("one", 0, new double[] {1, Double.NaN});
    contest.add("one", 1, new double[] {0, .5});

    assertThat(contest.mean("one")).isEqualTo(.5);
  }

  private void add(String contestant, double mean, double width) {
    double[] values = new double[USERS];
    Arrays.setAll(values, user -> mean + (user % 2 == 0 ? width : -width));
    contest.add(contestant, 0, values);
  }
}
