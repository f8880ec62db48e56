package io.matinee.trainer.dataset.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.trainer.dataset.text.Slice;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IdNumbersTest {
  private static final int IDS = 50_000;

  @Test
  void numbersIdsInTheirOrderWhateverTheyAre() {
    assertNumbers(new IdMemory(Long.MAX_VALUE));
  }

  @Test
  void findsIdsThatNoMemoryWasThereToKnowByTheirValue() {
    assertNumbers(new IdMemory(0));
  }

  /** Small and large whole numbers, the same with zeros in front, and texts. */
  private static void assertNumbers(IdMemory memory) {
    SplittableRandom random = new SplittableRandom(1);
    IdNumbers numbers = new IdNumbers(memory);
    Map<String, Integer> oracle = new HashMap<>();
    for (int i = 0; i < IDS; i++) {
      String prefix = random.nextInt(3) == 0 ? "0".repeat(random.nextInt(4)) : "";
      String id =
          (random.nextInt(4) == 0 ? "tt" : prefix) + (random.nextLong() >>> random.nextInt(1, 64));
      Slice slice = new Slice();
      slice.set(id);
      int found = numbers.find(slice);
      assertThat(found).isEqualTo(oracle.getOrDefault(id, IdNumbers.ABSENT));
      if (found == IdNumbers.ABSENT) {
        oracle.put(id, numbers.add(slice));
      }
    }
    assertThat(numbers.size()).isEqualTo(oracle.size());
    oracle.forEach(
        (id, number) -> {
          assertThat(numbers.text(number)).isEqualTo(id);
          assertThat(numbers.find(id)).isEqualTo(number);
        });
  }
}
