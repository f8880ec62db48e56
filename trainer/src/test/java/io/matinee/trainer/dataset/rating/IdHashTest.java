package io.matinee.trainer.dataset.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdHashTest {
  private static final int IDS = 1 << 14;
  private static final IdHash HASH = new IdHash(0x5DEECE66DL, 0x6C62272E07BB0143L);

  @Test
  void idsThatCollideUnderPowersOf31FallApart() {
    assertSpread(id -> twoLetters(id, "Aa", "BB"));
  }

  @Test
  void idsThatDifferInOneByteOfEachWordFallApart() {
    assertSpread(id -> twoLetters(id, "0000000a", "0000000b"));
    assertSpread(id -> twoLetters(id, "a0000000", "b0000000"));
  }

  @Test
  void countedIdsFallApart() {
    assertSpread(Integer::toString);
    assertSpread("tt%07d"::formatted);
    assertSpread(id -> "0".repeat(id % 256) + id / 256);
  }

  @Test
  void anotherSecretIsAnotherHash() {
    byte[] id = "12345".getBytes(StandardCharsets.UTF_8);
    assertThat(IdHash.secret().of(id, 0, id.length) ^ IdHash.secret().of(id, 0, id.length))
        .isNotZero();
  }

  /** As many slots are taken, of four an id, as by throwing dice: 88 %. */
  private static void assertSpread(IntFunction<String> ids) {
    long slots = IntStream.range(0, IDS).map(id -> slot(ids.apply(id))).distinct().count();
    assertThat(slots).isGreaterThan((long) (.86 * IDS));
  }

  private static int slot(String id) {
    byte[] bytes = ("x" + id).getBytes(StandardCharsets.UTF_8);
    return HASH.of(bytes, 1, bytes.length) & (4 * IDS - 1);
  }

  private static String twoLetters(int id, String zero, String one) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < 14; bit++) {
      text.append((id >> bit & 1) == 0 ? zero : one);
    }
    return text.toString();
  }
}
