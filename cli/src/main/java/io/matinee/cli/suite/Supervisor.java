package io.matinee.cli.suite;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The process that {@code ./matinee up} leaves behind to start services again. It needs little and
 * owns nothing: when it is killed the services go on, and {@code ./matinee down} ends them as ever.
 */
public final class Supervisor {
  private Supervisor() {}

  /**
   * Supervises until the services of a home are stopped.
   *
   * @param arguments the home, and the first gRPC and HTTP port
   */
  public static void main(String... arguments) throws InterruptedException {
    SuiteHome home = new SuiteHome(Path.of(arguments[0]));
    Ports ports = new Ports(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    SuiteProcesses processes = new SuiteProcesses(Repository.root(), home, ports, true);
    Supervision supervision =
        new Supervision(
            home, processes, (service, news) -> System.out.println(service.id() + " " + news));
    // A service that is being started gets its run file before this process ends.
    Runtime.getRuntime().addShutdownHook(new Thread(processes::freeze, "stop-supervision"));
    for (Thread watch : supervision.begin()) {
      watch.join();
    }
  }

  /** Starts a supervisor of the services that run from a home; it outlives the terminal. */
  static ProcessHandle start(Path root, SuiteHome home, Ports ports) {
    List<String> command = new ArrayList<>();
    command.add("nohup");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx32m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Dmatinee.root=" + root);
    command.add("-cp");
    command.add(absolute(System.getProperty("java.class.path")));
    command.add(Supervisor.class.getName());
    command.add(home.folder().toString());
    command.add(Integer.toString(ports.firstGrpc()));
    command.add(Integer.toString(ports.firstHttp()));
    try {
      ProcessHandle process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(Redirect.from(new File("/dev/null")))
              .redirectOutput(Redirect.to(home.supervisorOutput().toFile()))
              .start()
              .toHandle();
      RunFile.ofSupervisor(process, ports).write(home.supervisorFile());
      return process;
    } catch (IOException refused) {
      throw new UncheckedIOException("cannot start the supervisor", refused);
    }
  }

  private static String absolute(String classPath) {
    return String.join(
        File.pathSeparator,
        Arrays.stream(classPath.split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }
}
