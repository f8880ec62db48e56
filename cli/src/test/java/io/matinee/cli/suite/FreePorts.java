package io.matinee.cli.suite;

import io.matinee.cli.failure.CommandFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds ports for a suite beside others. */
public final class FreePorts {
  private static final int ATTEMPTS = 50;

  private FreePorts() {}

  /** Returns eight ports in a row that were free a moment ago. */
  public static Ports find() throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int first;
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        first = socket.getLocalPort();
      }
      Ports ports = new Ports(first, first + 4);
      if (first < 65_000 && areFree(ports)) {
        return ports;
      }
    }
    throw new IOException("no eight free ports in a row after " + ATTEMPTS + " attempts");
  }

  private static boolean areFree(Ports ports) {
    try {
      PortCheck.requireFree(ports);
      return true;
    } catch (CommandFailure taken) {
      return false;
    }
  }
}
