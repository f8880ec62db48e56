package io.matinee.trainer.dataset.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LongSetTest {

  @Test
  void holdsWhatASetHoldsAlsoAfterItWasEmptied() {
    SplittableRandom random = new SplittableRandom(7);
    LongSet numbers = new LongSet();
    for (int size : new int[] {10, 5_000, 3, 200}) {
      Set<Long> expected = new HashSet<>();
      for (int i = 0; i < size; i++) {
        long number = 1 + random.nextLong(size);
        assertThat(numbers.add(number)).isEqualTo(expected.add(number));
      }
      numbers.clear();
    }
  }
}
