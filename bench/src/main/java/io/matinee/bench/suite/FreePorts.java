package io.matinee.bench.suite;

import io.matinee.cli.suite.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds ports that nothing listens on at present. */
public final class FreePorts {
  private static final int ROW = 4;

  private FreePorts() {}

  /** Two rows of four, for the services. */
  public static Ports forSuite() throws IOException {
    int grpc = row(20_000);
    return new Ports(grpc, row(grpc + ROW));
  }

  /** One port. */
  public static int one() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static int row(int from) throws IOException {
    for (int first = from; first < 32_000; first += ROW) {
      if (free(first)) {
        return first;
      }
    }
    throw new IOException("no four free ports in a row between " + from + " and 32000");
  }

  private static boolean free(int first) {
    for (int port = first; port < first + ROW; port++) {
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        socket.setReuseAddress(true);
      } catch (IOException taken) {
        return false;
      }
    }
    return true;
  }
}
