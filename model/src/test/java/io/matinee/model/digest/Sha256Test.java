package io.matinee.model.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

/** Against the examples of FIPS 180-4. */
class Sha256Test {
  @Test
  void writesTheExamplesOfTheStandard() {
    assertThat(Sha256.of("abc".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(Sha256.end(Sha256.begin()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void takesPartsAsOneText() {
    MessageDigest digest = Sha256.begin();
    digest.update((byte) 'a');
    digest.update((byte) 'b');
    digest.update((byte) 'c');
    assertThat(Sha256.end(digest)).isEqualTo(Sha256.of("abc".getBytes(StandardCharsets.US_ASCII)));
  }
}
