package io.matinee.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimesTest {
  private static final Instant BEFORE_1970 = Instant.parse("1969-12-31T23:59:58.000000001Z");

  @Test
  void aTimeComesBackToTheNanosecond() {
    Timestamp message = Times.of(BEFORE_1970);
    assertThat(message.getSeconds()).isEqualTo(-2);
    assertThat(message.getNanos()).isEqualTo(1);
    assertThat(Times.instant(message)).isEqualTo(BEFORE_1970);
  }

  @Test
  void aDurationComesBackToTheNanosecond() {
    Duration duration = Duration.ofSeconds(90, 7);
    var message = Times.of(duration);
    assertThat(message.getSeconds()).isEqualTo(90);
    assertThat(message.getNanos()).isEqualTo(7);
    assertThat(Times.duration(message)).isEqualTo(duration);
  }
}
