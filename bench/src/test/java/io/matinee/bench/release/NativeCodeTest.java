package io.matinee.bench.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.bench.release.NativeCode.Platform;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose native code a file is. */
class NativeCodeTest {

  @Test
  void readsTheMachineInTheHeader() {
    assertThat(platforms("7f454c460201010000000000000000000300" + "3e00"))
        .containsExactly(Platform.LINUX_X86_64);
    assertThat(platforms("7f454c460201010000000000000000000300" + "b700"))
        .containsExactly(Platform.LINUX_ARM64);
    assertThat(platforms("cffaedfe" + "0c000001")).containsExactly(Platform.MACOSX_ARM64);
  }

  @Test
  void looksIntoFatFilesForEachMachine() {
    String x86 = "01000007000000030000400000010000" + "0000000c";
    String arm = "0100000c000000000000400000010000" + "0000000c";
    assertThat(platforms("cafebabe00000002" + x86 + arm)).containsExactly(Platform.MACOSX_ARM64);
    assertThat(platforms("cafebabe00000001" + x86)).isEmpty();
  }

  @Test
  void takesNothingElseForNativeCode() {
    assertThat(platforms("7f454c460201010000000000000000000300" + "f300")).isEmpty();
    assertThat(platforms("cffaedfe" + "07000001")).isEmpty();
    assertThat(platforms("cafebabe00000045" + "0100000c")).isEmpty();
    assertThat(NativeCode.of(new byte[0])).isEmpty();
  }

  private static Set<Platform> platforms(String hexadecimal) {
    return NativeCode.of(Arrays.copyOf(HexFormat.of().parseHex(hexadecimal), 64));
  }
}
