package io.matinee.trainer.dataset.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.trainer.dataset.text.Slice;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {
  private static final DateTimeFormatter STRICT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  @Test
  void everyDayOfTenThousandYears() {
    for (LocalDate date = LocalDate.of(0, 1, 1); date.getYear() < 10_000; date = date.plusDays(1)) {
      int day = WrittenDate.day(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
      assertThat((long) day).isEqualTo(date.toEpochDay());
      if (date.getDayOfMonth() % 7 == 0) {
        assertThat(day(date.toString())).isEqualTo(day);
      }
    }
  }

  @Test
  void anyTenBytesAreTheDateThatTheJdkReads() {
    SplittableRandom random = new SplittableRandom(1);
    String characters = "0011223344556789-/: .a";
    for (int round = 0; round < 200_000; round++) {
      StringBuilder text =
          new StringBuilder(
              "%04d-%02d-%02d"
                  .formatted(random.nextInt(10_000), random.nextInt(20), random.nextInt(40)));
      for (int change = random.nextInt(3); change > 0; change--) {
        int at = random.nextInt(text.length());
        text.setCharAt(at, characters.charAt(random.nextInt(characters.length())));
      }
      assertThat(day(text.toString())).as(text.toString()).isEqualTo(byTheJdk(text.toString()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1900-02-29",
        "2001-02-29",
        "2015-04-31",
        "2015-00-10",
        "2015-13-01",
        "2015-01-00"
      })
  void daysThatAreNot(String date) {
    assertThat(day(date)).isEqualTo(WrittenDate.NONE);
  }

  private static int byTheJdk(String text) {
    try {
      return (int) LocalDate.parse(text, STRICT).toEpochDay();
    } catch (DateTimeException none) {
      return WrittenDate.NONE;
    }
  }

  private static int day(String text) {
    Slice slice = new Slice();
    slice.set(text);
    return WrittenDate.day(slice);
  }
}
