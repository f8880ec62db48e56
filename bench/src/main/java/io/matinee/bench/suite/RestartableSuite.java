package io.matinee.bench.suite;

import io.matinee.cli.connection.ConnectionSettings;
import io.matinee.cli.connection.Service;
import io.matinee.cli.suite.Ports;
import io.matinee.cli.suite.SuiteHome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The four services on ports of their own, each of which may be killed and started again. Safe for
 * use by several threads.
 */
public final class RestartableSuite implements AutoCloseable {
  private static final String WHOLE_PROCESS = "";

  private final Path root;
  private final SuiteHome home;
  private final Ports ports;
  private final Map<Service, LoneService> services = new EnumMap<>(Service.class);

  private RestartableSuite(Path root, SuiteHome home, Ports ports) {
    this.root = root;
    this.home = home;
    this.ports = ports;
  }

  /**
   * Starts the trainer, then the readers, which need no model for that.
   *
   * @throws IOException when one does not start
   */
  public static RestartableSuite start(Path root, SuiteHome home)
      throws IOException, InterruptedException {
    RestartableSuite suite = new RestartableSuite(root, home, FreePorts.forSuite());
    try {
      suite.revive();
      return suite;
    } catch (IOException failed) {
      suite.close();
      throw failed;
    }
  }

  /** Where the services listen. */
  public ConnectionSettings settings() {
    return ConnectionSettings.plain(ports.endpoints());
  }

  /** Returns the ports. */
  public Ports ports() {
    return ports;
  }

  /** Returns the folder of all state. */
  public SuiteHome home() {
    return home;
  }

  /** Returns the repository whose services run. */
  public Path root() {
    return root;
  }

  /** Returns the process of a service, which may have ended. */
  public synchronized ProcessHandle process(Service service) {
    return Objects.requireNonNull(services.get(service), service::id).process();
  }

  /** Ends a service as kill -9 does; returns when it is gone. */
  public void kill(Service service) {
    ProcessHandle process = process(service);
    process.destroyForcibly();
    process.onExit().join();
  }

  /**
   * Starts what does not run and waits until it answers.
   *
   * @throws IOException when one does not start
   */
  public synchronized void revive() throws IOException, InterruptedException {
    for (Service service : Service.values()) {
      LoneService running = services.get(service);
      if (running == null || !running.process().isAlive()) {
        services.put(service, LoneService.start(root, home, ports, service, WHOLE_PROCESS));
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    for (LoneService service : services.values()) {
      service.close();
    }
    services.clear();
  }
}
