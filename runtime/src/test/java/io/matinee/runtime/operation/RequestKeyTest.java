package io.matinee.runtime.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestKeyTest {

  @Test
  void aUuidIsTheSameInEitherCase() {
    assertThat(RequestKey.of("0F0E0D0C-1111-4222-8333-44445555666A", "digest"))
        .isEqualTo(RequestKey.of("0f0e0d0c-1111-4222-8333-44445555666a", "digest"))
        .isPresent();
  }

  @Test
  void nothingIsRepeatedUnderAnEmptyId() {
    assertThat(RequestKey.of("", "digest")).isEmpty();
  }
}
