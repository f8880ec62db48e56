package io.matinee.runtime.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.StringValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much goes into a page. */
class PageRoomTest {

  @ParameterizedTest
  @CsvSource({"0,100", "1,1", "1000,1000"})
  void takesAsManySmallItemsAsWereAskedFor(int asked, int taken) {
    PageRoom room = PageRoom.of(asked);
    assertThat(room.mostItems()).isEqualTo(taken);
    for (int i = 0; i < taken; i++) {
      assertThat(room.takes(item(10))).isTrue();
    }
    assertThat(room.takes(item(10))).isFalse();
  }

  @Test
  void takesAMebibyteOfLargeItemsAndAlwaysOne() {
    PageRoom room = PageRoom.of(1_000);
    assertThat(room.takes(item(3 << 20))).isTrue();
    assertThat(room.takes(item(1))).isFalse();
    PageRoom another = PageRoom.of(1_000);
    assertThat(another.takes(item(600_000))).isTrue();
    assertThat(another.takes(item(600_000))).isFalse();
  }

  private static StringValue item(int characters) {
    return StringValue.of("x".repeat(characters));
  }
}
