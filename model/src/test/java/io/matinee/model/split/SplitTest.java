package io.matinee.model.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingsMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitTest {
  private final RatingsMatrix all =
      RatingsMatrix.builder(
              IdDictionary.of(List.of("1", "2")), IdDictionary.of(List.of("10", "20", "30")))
          .add(0, 0, 4f, 5)
          .add(0, 2, 3f, 15)
          .add(1, 1, 2f, 25)
          .build();

  @Test
  void putsEveryRatingOnOneSide() {
    Split split = Split.of(all, new TimeCut(10));
    assertThat(split.training().ratingCount()).isEqualTo(1);
    assertThat(split.training().contains(0, 0)).isTrue();
    assertThat(split.heldOut().ratingCount()).isEqualTo(2);
    assertThat(split.heldOut().ratingAt(split.heldOut().find(1, 1))).isEqualTo(2f);
    assertThat(split.heldOut().timestampAt(split.heldOut().find(0, 2))).isEqualTo(15);
  }

  @Test
  void sharesTheDictionaries() {
    Split split = Split.of(all, new NoHoldOut());
    assertThat(split.training().users()).isSameAs(all.users());
    assertThat(split.heldOut().movies()).isSameAs(all.movies());
    assertThat(split.heldOut().ratingCount()).isZero();
  }
}
