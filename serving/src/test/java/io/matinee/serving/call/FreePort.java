package io.matinee.serving.call;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Has the service listen on a port that is free, and tells a test which. */
public final class FreePort implements QuarkusTestResourceLifecycleManager {
  private int port;

  @Override
  public Map<String, String> start() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
      return Map.of("quarkus.grpc.server.test-port", Integer.toString(port));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(port, field -> field.getName().equals("port"));
  }

  @Override
  public void stop() {}
}
