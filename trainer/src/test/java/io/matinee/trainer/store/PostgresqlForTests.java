package io.matinee.trainer.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server of this test process alone, from the programs that are installed: in a new
 * folder, on a free port of the loopback interface, until the process ends. It does not run as
 * root, so where tests do, it runs as the user postgres or nobody.
 */
public final class PostgresqlForTests {
  public static final String USER = "matinee";

  private static final String INSTALLED = "/usr/lib/postgresql";
  private static final String READY = "database system is ready to accept connections";
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private PostgresqlForTests() {}

  /** Makes an empty database; returns its URL. */
  public static String newDatabase() {
    String name = "test" + DATABASES.incrementAndGet();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(Running.SERVER + "postgres");
    source.setUser(USER);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return Running.SERVER + name;
  }

  /** Started when the first test asks for a database. */
  private static final class Running {
    static final String SERVER = start();

    private static String start() {
      try {
        return start(Files.createTempDirectory("matinee-postgresql"));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      } catch (InterruptedException unexpected) {
        throw new IllegalStateException(unexpected);
      }
    }

    private static String start(Path folder) throws IOException, InterruptedException {
      Path programs = programs();
      List<String> asUser = asUser(folder);
      Path data = folder.resolve("data");
      run(
          asUser,
          programs.resolve("initdb").toString(),
          "--pgdata=" + data,
          "--username=" + USER,
          "--auth=trust",
          "--encoding=UTF8",
          "--locale=C",
          "--no-sync");
      int port = freePort();
      Process server =
          command(
                  asUser,
                  programs.resolve("postgres").toString(),
                  "-D",
                  data.toString(),
                  "-p",
                  Integer.toString(port),
                  "-c",
                  "listen_addresses=127.0.0.1",
                  "-c",
                  "unix_socket_directories=",
                  "-c",
                  "fsync=off")
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, folder)));
      awaitReady(server);
      return "jdbc:postgresql://127.0.0.1:%d/".formatted(port);
    }

    private static void awaitReady(Process server) throws IOException {
      BufferedReader log = server.inputReader();
      List<String> said = new ArrayList<>();
      for (String line = log.readLine(); line != null; line = log.readLine()) {
        said.add(line);
        if (line.contains(READY)) {
          Thread.ofVirtual().start(() -> log.lines().forEach(ignored -> {}));
          return;
        }
      }
      throw new IllegalStateException("PostgreSQL did not start: " + said);
    }

    private static void end(Process server, Path folder) {
      server.destroyForcibly();
      try (Stream<Path> files = Files.walk(folder)) {
        server.waitFor();
        files.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
      } catch (IOException | InterruptedException leftToTheSystem) {
        System.err.println("left " + folder + ": " + leftToTheSystem);
      }
    }

    private static int freePort() throws IOException {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      }
    }

    /** What begins a command so that it does not run as root; the folder is given to its user. */
    private static List<String> asUser(Path folder) throws IOException, InterruptedException {
      if (!System.getProperty("user.name").equals("root")) {
        return List.of();
      }
      String user =
          Files.readString(Path.of("/etc/passwd")).contains("\npostgres:") ? "postgres" : "nobody";
      run(List.of(), "chown", user, folder.toString());
      return List.of("setpriv", "--reuid=" + user, "--clear-groups");
    }

    private static Path programs() throws IOException {
      List<Path> folders = new ArrayList<>();
      for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
        folders.add(Path.of(folder));
      }
      if (Files.isDirectory(Path.of(INSTALLED))) {
        try (Stream<Path> versions = Files.list(Path.of(INSTALLED))) {
          versions.map(version -> version.resolve("bin")).sorted().forEach(folders::add);
        }
      }
      return folders.stream()
          .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
          .reduce((older, newer) -> newer)
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "found no PostgreSQL (initdb) on the PATH or below %s: apt-get install postgresql"
                          .formatted(INSTALLED)));
    }

    private static void run(List<String> asUser, String... words)
        throws IOException, InterruptedException {
      Process process = command(asUser, words).start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", words) + " failed: " + output);
      }
    }

    private static ProcessBuilder command(List<String> asUser, String... words) {
      List<String> command = new ArrayList<>(asUser);
      command.addAll(List.of(words));
      return new ProcessBuilder(command).redirectErrorStream(true).directory(new File("/"));
    }
  }
}
