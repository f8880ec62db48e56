package io.matinee.cli.suite;

import io.matinee.cli.connection.Service;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line and environment of a service's process. */
public final class ServiceCommand {
  private static final String LOOPBACK = "127.0.0.1";

  /**
   * A JVM names files in the encoding of its locale; without UTF-8 there are some that it cannot.
   */
  private static final String ANY_NAME =
      System.getProperty("os.name").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8";

  private static final String IMPORT_ROOTS = "MATINEE_TRAINER_IMPORT_ROOTS";

  /** The JVM tells at each start that it archives no module graph with an incubator module. */
  private static final String QUIET_ARCHIVE = "-Xlog:cds=off";

  /**
   * How many times as hot as by default code must be to be compiled. Most of what runs at a start
   * runs once: what is compiled for that is a sixth of its work. What the trainer does in earnest
   * runs millions of times, and its first import shares the cores with the compiler. Not for
   * serving: the sooner its calls are compiled, the fewer of them wait for the compiler.
   */
  private static final Map<Service, Integer> PATIENCE_OF_COMPILER =
      Map.of(Service.TRAINER, 4, Service.SIMILARITY, 2, Service.METRICS, 2);

  /** A JVM without memory loses threads here and there: better all of it goes, and comes back. */
  private static final String EXIT_WITHOUT_MEMORY = "-XX:+ExitOnOutOfMemoryError";

  private static final String LARGEST_LOG = "10M";
  private static final String LOGS_KEPT = "3";

  private static final Map<Service, String> MEMORY =
      Map.of(
          Service.TRAINER, "1g",
          Service.SERVING, "256m",
          Service.SIMILARITY, "384m",
          Service.METRICS, "1g");

  private final Path root;
  private final SuiteHome home;
  private final Ports ports;
  private final List<Path> importRoots;

  /**
   * Makes the commands of a suite.
   *
   * @param root the repository, whose modules are built
   * @param home the state's folder, whose data imports may read by URI
   * @param ports where to listen
   */
  public ServiceCommand(Path root, SuiteHome home, Ports ports) {
    this(root, home, ports, List.of());
  }

  /**
   * Makes the commands of a suite.
   *
   * @param root the repository, whose modules are built
   * @param home the state's folder, whose data imports may read by URI
   * @param ports where to listen
   * @param importRoots what else imports may read by URI
   */
  public ServiceCommand(Path root, SuiteHome home, Ports ports, List<Path> importRoots) {
    this.root = root;
    this.home = home;
    this.ports = ports;
    this.importRoots = List.copyOf(importRoots);
  }

  /**
   * Returns a process that is not started yet: the service from its class archive when there is
   * one, errors among its output.
   */
  public ProcessBuilder process(Service service) {
    return process(service, arguments(service));
  }

  /**
   * Returns the same, but what it logs goes into files of bounded size, {@link SuiteHome#log}, and
   * only what its JVM says is its output.
   */
  ProcessBuilder logging(Service service) {
    ProcessBuilder builder = process(service);
    builder
        .environment()
        .putAll(
            Map.of(
                "QUARKUS_LOG_CONSOLE_ENABLED",
                "false",
                "QUARKUS_LOG_FILE_ENABLED",
                "true",
                "QUARKUS_LOG_FILE_PATH",
                ConfigurationText.of(home.log(service)),
                "QUARKUS_LOG_FILE_ROTATION_MAX_FILE_SIZE",
                LARGEST_LOG,
                "QUARKUS_LOG_FILE_ROTATION_MAX_BACKUP_INDEX",
                LOGS_KEPT,
                "QUARKUS_LOG_FILE_ROTATION_ROTATE_ON_BOOT",
                "false"));
    return builder;
  }

  /** Returns the same, which rehearses its start and ends with its classes in its class archive. */
  ProcessBuilder recording(Service service) {
    return process(
        service, arguments(service, List.of("-XX:ArchiveClassesAtExit=" + classArchive(service))));
  }

  /** Returns the program and its arguments. */
  List<String> arguments(Service service) {
    Path archive = classArchive(service);
    return Files.isRegularFile(archive)
        ? arguments(service, List.of("-XX:SharedArchiveFile=" + archive, QUIET_ARCHIVE))
        : arguments(service, List.of());
  }

  /** Returns the file of the classes that a service loads when it starts; a build removes it. */
  Path classArchive(Service service) {
    return application(service).resolve("classes.jsa");
  }

  private ProcessBuilder process(Service service, List<String> arguments) {
    ProcessBuilder builder = new ProcessBuilder(arguments).redirectErrorStream(true);
    builder.environment().putAll(environment(service));
    return builder;
  }

  private List<String> arguments(Service service, List<String> sharing) {
    Path program = application(service).resolve("quarkus-run.jar");
    if (!Files.isRegularFile(program)) {
      throw new CommandFailure(
          ExitCode.PROCESS, service.id() + " is not built: run ./matinee up, which builds it");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--add-modules=jdk.incubator.vector");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-XX:+UseSerialGC");
    command.add("-Xmx" + MEMORY.get(service));
    if (PATIENCE_OF_COMPILER.containsKey(service)) {
      command.add("-XX:CompileThresholdScaling=" + PATIENCE_OF_COMPILER.get(service));
    }
    command.add(EXIT_WITHOUT_MEMORY);
    command.addAll(sharing);
    command.add("-jar");
    command.add(program.toString());
    return command;
  }

  /** Returns the environment variables on top of this process's own. */
  Map<String, String> environment(Service service) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("LC_ALL", ANY_NAME);
    environment.put("QUARKUS_GRPC_SERVER_HOST", LOOPBACK);
    environment.put("QUARKUS_GRPC_SERVER_PORT", Integer.toString(ports.grpc(service)));
    environment.put("QUARKUS_HTTP_HOST", LOOPBACK);
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.http(service)));
    if (service == Service.TRAINER) {
      environment.put("MATINEE_TRAINER_HOME", ConfigurationText.of(home.state(service)));
      environment.put(IMPORT_ROOTS, importRoots());
      return environment;
    }
    environment.put("MATINEE_REGISTRY_HOST", LOOPBACK);
    environment.put("MATINEE_REGISTRY_PORT", Integer.toString(ports.grpc(Service.TRAINER)));
    environment.put(
        "MATINEE_CACHE_DIRECTORY", ConfigurationText.of(home.state(service).resolve("cache")));
    if (service == Service.METRICS) {
      environment.put("MATINEE_METRICS_HOME", ConfigurationText.of(home.state(service)));
    }
    return environment;
  }

  /** The paths as one setting, then what this process was told itself. */
  private String importRoots() {
    String own =
        Stream.concat(Stream.of(home.data()), importRoots.stream())
            .map(path -> path.toAbsolutePath().normalize())
            .map(ConfigurationText::inList)
            .collect(Collectors.joining(","));
    String given = System.getenv().getOrDefault(IMPORT_ROOTS, "");
    return given.isBlank() ? own : own + "," + given;
  }

  private Path application(Service service) {
    return root.resolve(Path.of(service.id(), "target", "quarkus-app"));
  }
}
