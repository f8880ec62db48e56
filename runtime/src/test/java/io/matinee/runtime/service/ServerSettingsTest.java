package io.matinee.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.runtime.testing.FakeRegistryResource;
import io.matinee.runtime.testing.RawConnection;
import io.quarkus.grpc.runtime.GrpcServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the server announces to every client, read from the wire. */
@QuarkusTest
@Tag("process")
@WithTestResource(FakeRegistryResource.class)
class ServerSettingsTest {
  private static final int MAX_CONCURRENT_STREAMS = 3;

  @Inject GrpcServer server;

  @Test
  void limitsTheCallsOfAConnection() throws Exception {
    try (RawConnection connection = new RawConnection(server.getPort())) {
      assertThat(connection.settings()).containsEntry(MAX_CONCURRENT_STREAMS, 128);
    }
  }
}
