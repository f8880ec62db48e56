package io.matinee.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.ratings.RatingsMatrix;
import org.junit.jupiter.api.Test;

class ThinningTest {
  private static final long SEED = 3;
  private final RatingsMatrix all = SmallRatings.rows("aaaa", "a.a", ".a.a", "aaaaaa");

  @Test
  void keepsSoManyRatingsOfEachUserAndTheSameOnesAgain() {
    RatingsMatrix part = new Thinning(all, SEED).perUser(3);

    assertThat(counts(part)).containsExactly(3, 2, 2, 3);
    RatingsMatrix again = new Thinning(all, SEED).perUser(3);
    for (int position = 0; position < part.ratingCount(); position++) {
      assertThat(again.movieAt(position)).isEqualTo(part.movieAt(position));
    }
  }

  @Test
  void keepsWhoRatedLeast() {
    assertThat(counts(new Thinning(all, SEED).leastActive(.5))).containsExactly(0, 2, 2, 0);
  }

  @Test
  void keepsSoManyRatingsOfAll() {
    assertThat(new Thinning(all, SEED).some(5).ratingCount()).isEqualTo(5);
  }

  private static int[] counts(RatingsMatrix matrix) {
    int[] counts = new int[matrix.userCount()];
    for (int user = 0; user < counts.length; user++) {
      counts[user] = matrix.userRatingCount(user);
    }
    return counts;
  }
}
