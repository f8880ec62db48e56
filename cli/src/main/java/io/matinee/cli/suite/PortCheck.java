package io.matinee.cli.suite;

import io.matinee.cli.connection.Service;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds out whether ports are free, by binding them for a moment. */
final class PortCheck {
  private PortCheck() {}

  /**
   * Checks all ports of a suite.
   *
   * @param ports the ports
   * @throws CommandFailure naming the first taken port and the fix
   */
  static void requireFree(Ports ports) {
    for (Service service : Service.values()) {
      require(ports.grpc(service), service, "gRPC", "--first-port", ports.firstGrpc());
      require(ports.http(service), service, "HTTP", "--first-http-port", ports.firstHttp());
    }
  }

  private static void require(
      int port, Service service, String protocol, String option, int first) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException taken) {
      throw new CommandFailure(
          ExitCode.PROCESS,
          "port %d (%s, %s) is taken: stop the program that listens there, or choose other ports with %s %d"
              .formatted(port, service.id(), protocol, option, first + 100));
    }
  }
}
