package io.matinee.model.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class FullDiskTest {
  @Test
  @EnabledOnOs(OS.LINUX)
  void recognisesWhatTheSystemSaysWhoeverWrapsIt() {
    IOException failure =
        catchThrowableOfType(
            IOException.class,
            () -> {
              try (FileOutputStream full = new FileOutputStream("/dev/full")) {
                full.write(1);
              }
            });
    assertThat(FullDisk.caused(failure)).isTrue();
    assertThat(FullDisk.caused(new UncheckedIOException("cannot store a", failure))).isTrue();
  }

  @Test
  void countsAnExhaustedQuotaAsFull() {
    assertThat(FullDisk.caused(new IOException("a.json: Disk quota exceeded"))).isTrue();
  }

  @Test
  void leavesOtherFailuresAlone() {
    assertThat(FullDisk.caused(new IOException("Broken pipe"))).isFalse();
    assertThat(FullDisk.caused(new IOException((String) null))).isFalse();
  }
}
