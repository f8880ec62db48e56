package io.matinee.bench.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("process")
class OwnedProcessTest {
  @Test
  void whatWasStartedEndsWithItsStarterThatIsToldToStop() throws Exception {
    Process starter =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Starter.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long pid = Long.parseLong(starter.inputReader(UTF_8).readLine());
    ProcessHandle started = ProcessHandle.of(pid).orElseThrow();

    starter.destroy();
    starter.waitFor();

    assertThat(started.isAlive()).isFalse();
  }

  /** Starts a process, tells its id, and waits. */
  static final class Starter {
    private Starter() {}

    /** Runs it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
      Process started = OwnedProcess.start(new ProcessBuilder("sleep", "1000"));
      System.out.println(started.pid());
      started.waitFor();
    }
  }
}
