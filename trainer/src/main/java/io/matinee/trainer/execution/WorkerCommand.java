package io.matinee.trainer.execution;

import io.matinee.trainer.worker.Worker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a worker is started: this text, then {@code --run} and the path of its specification.
 *
 * @param words the program and its arguments
 */
public record WorkerCommand(List<String> words) {

  /** Copies the words. */
  public WorkerCommand {
    words = List.copyOf(words);
  }

  /**
   * This same program in a process of its own.
   *
   * @param memory the most heap of the worker, e.g. 2g
   * @param mainClass the class to run when this program is not started from a jar
   * @param nativeCache the folder that native libraries are unpacked into, once
   */
  public static WorkerCommand ofThisProgram(String memory, String mainClass, Path nativeCache) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-Xmx" + memory);
    words.add("-XX:+ExitOnOutOfMemoryError");
    words.add("-XX:+UseSerialGC"); // a few large arrays and nobody who waits: no need of more
    words.add("--enable-native-access=ALL-UNNAMED");
    words.add("--add-modules=jdk.incubator.vector");
    words.add("--sun-misc-unsafe-memory-access=allow");
    words.add("-Dmatinee.native.cache=" + nativeCache);
    words.add("-D" + Worker.ATTACHED + "=true");
    String classPath = System.getProperty("java.class.path");
    if (classPath.endsWith("quarkus-run.jar")) {
      words.addAll(List.of("-jar", classPath));
    } else {
      words.addAll(List.of("-cp", classPath, mainClass));
    }
    return new WorkerCommand(words);
  }

  List<String> running(Path specification) {
    List<String> command = new ArrayList<>(words);
    command.add("--run");
    command.add(specification.toString());
    return command;
  }
}
