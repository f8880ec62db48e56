package io.matinee.trainer.dataset.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.trainer.dataset.text.Slice;
import java.util.HashMap;
import java.util.List;
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

  @Test
  void aCodeStandsForTheSameId() {
    for (IdMemory memory : List.of(new IdMemory(Long.MAX_VALUE), new IdMemory(200_000))) {
      IdNumbers numbers = new IdNumbers(memory);
      SplittableRandom random = new SplittableRandom(1);
      Slice slice = new Slice();
      for (int i = 0; i < 3_000; i++) {
        String id = Integer.toString(random.nextInt(1 << random.nextInt(1, 24)));
        slice.set(id);
        int code = numbers.code(slice);
        int number = code == IdNumbers.ABSENT ? numbers.add(slice) : numbers.number(code);
        assertThat(numbers.text(number)).isEqualTo(id);
        assertThat(numbers.find(id)).isEqualTo(number);
      }
    }
  }

  @Test
  void noIdIsNumberedWithoutRoom() {
    IdNumbers numbers = new IdNumbers(new IdMemory(0));
    Slice slice = new Slice();
    int numbered = 0;
    for (int id = 0; id < 10_000 && numbered >= 0; id++) {
      slice.set(Integer.toString(id));
      numbered = numbers.number(numbers.code(slice));
    }
    assertThat(numbered).isEqualTo(IdNumbers.ABSENT);
    assertThat(numbers.number(0)).isZero();
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
