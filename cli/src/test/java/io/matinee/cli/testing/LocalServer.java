package io.matinee.cli.testing;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.matinee.cli.connection.Connection;
import io.matinee.cli.connection.ConnectionSettings;
import io.matinee.cli.connection.Endpoint;
import io.matinee.cli.connection.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;

/** One of the services, played on a free port of loopback, and the connection to it. */
public final class LocalServer implements AutoCloseable {
  private final Server server;
  private final Connection connection;

  private LocalServer(Server server, Connection connection) {
    this.server = server;
    this.connection = connection;
  }

  /**
   * Starts a server.
   *
   * @param service which of the services it plays
   * @param parts what it answers
   */
  public static LocalServer start(Service service, BindableService... parts) throws IOException {
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    for (BindableService part : parts) {
      builder.addService(part);
    }
    Server server = builder.build().start();
    return new LocalServer(server, connection(service, server.getPort()));
  }

  /** Returns a connection to a service at a port of loopback, whoever listens there. */
  public static Connection connection(Service service, int port) {
    return new Connection(
        ConnectionSettings.plain(Map.of(service, Endpoint.local(port))), Duration.ofMinutes(1));
  }

  /** Returns the port it listens on. */
  public int port() {
    return server.getPort();
  }

  /** Returns the connection to it, which ends with it. */
  public Connection connection() {
    return connection;
  }

  @Override
  public void close() {
    server.shutdownNow();
    connection.close();
  }
}
