package io.matinee.runtime.paging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageSizeTest {
  @ParameterizedTest
  @CsvSource({"0,10", "1,1", "1000,1000"})
  void isWhatWasAskedForOrTheDefault(int asked, int items) {
    assertThat(PageSize.of(asked, 10)).isEqualTo(items);
  }
}
