package io.matinee.trainer.worker;

import io.matinee.trainer.TrainerMain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts workers as processes of the class path under test. */
final class WorkerCommandLine {

  private WorkerCommandLine() {}

  /**
   * Starts a worker, whose standard error goes to a file.
   *
   * @param options of the virtual machine
   */
  static Process start(List<String> options, Path specification, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--add-modules=jdk.incubator.vector",
            "-cp",
            System.getProperty("java.class.path"),
            TrainerMain.class.getName(),
            "--run",
            specification.toString()));
    return new ProcessBuilder(command).redirectError(log.toFile()).start();
  }
}
