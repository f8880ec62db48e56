package io.matinee.trainer.dataset.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.trainer.dataset.text.Slice;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {

  @Test
  void readsUpToEightDigitsWhereverTheyStand() {
    SplittableRandom random = new SplittableRandom(1);
    for (int run = 0; run < 10_000; run++) {
      String text = digits(random, random.nextInt(1, 9));
      String around = digits(random, random.nextInt(10));
      assertThat(Digits.value(slice(around, text, ""))).isEqualTo(Integer.parseInt(text));
      assertThat(Digits.value(slice(around, text, around))).isEqualTo(Integer.parseInt(text));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/", ":", "1/", ":1", "12a4", "-1", "+1", "1.5", "é", "1234567/", " 1"})
  void takesNothingElse(String text) {
    assertThat(Digits.value(slice("", text, ""))).isEqualTo(Digits.NONE);
    assertThat(Digits.value(slice("0000", text, "00000000"))).isEqualTo(Digits.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "978300760, 978300760",
    "4133980799, 4133980799",
    "0000000000, 0",
    "000000001, 1",
    "1/34567890, none",
    "/234567890, none",
    "1:34567890, none",
    ":234567890, none",
    "123456789/, none",
    "/23456789, none",
    "-123456789, -123456789",
    "+123456789, 123456789",
    "12345678.9, 12345678",
    "2001-01-01, 978307200"
  })
  void timesOfTenCharactersAreReadAsOthersAre(String text, String seconds) {
    long expected = seconds.equals("none") ? WrittenTime.NONE : Long.parseLong(seconds);
    assertThat(new WrittenTime(TimeNumbers.SECONDS).read(slice("", text, ""))).isEqualTo(expected);
  }

  private static String digits(SplittableRandom random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(random.nextInt(10));
    }
    return text.toString();
  }

  private static Slice slice(String before, String text, String behind) {
    byte[] bytes = (before + text + behind).getBytes(StandardCharsets.UTF_8);
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    Slice slice = new Slice();
    slice.set(bytes, before.length(), before.length() + length);
    return slice;
  }
}
