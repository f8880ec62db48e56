package io.matinee.runtime.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.matinee.proto.trainer.v1.ListUserRatingsRequest;
import io.matinee.proto.trainer.v1.RatingsServiceGrpc;
import io.matinee.proto.trainer.v1.RatingsServiceGrpc.RatingsServiceBlockingStub;
import io.matinee.runtime.testing.FakeRegistryResource;
import io.quarkus.grpc.runtime.GrpcServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("process")
@WithTestResource(FakeRegistryResource.class)
class SingleLinesTest {
  @Inject GrpcServer server;

  @Inject
  @ConfigProperty(name = "quarkus.log.file.path")
  Path log;

  /** The service has the id in the message of what it throws, as a bug does. */
  @Test
  void anInputCannotForgeARecord() throws IOException {
    List<String> lines = linesAfterRatingsOf("x\n2026-01-01T00:00:00 INFO forged\u2028forgedy");
    assertThat(lines)
        .noneMatch(line -> line.startsWith("2026"))
        .anyMatch(
            line -> line.startsWith("bug in matinee.trainer.v1.RatingsService/ListUserRatings"))
        .anyMatch(line -> line.contains("x\\n2026-01-01T00:00:00 INFO forged\\u2028forgedy"))
        .filteredOn(line -> line.startsWith("\tat "))
        .hasSizeGreaterThan(5);
  }

  private List<String> linesAfterRatingsOf(String userId) throws IOException {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
    try {
      ListUserRatingsRequest request =
          ListUserRatingsRequest.newBuilder()
              .setDataset("datasets/movielens")
              .setUserId(userId)
              .build();
      RatingsServiceBlockingStub ratings =
          RatingsServiceGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);
      assertThat(catchThrowable(() -> ratings.listUserRatings(request)))
          .isInstanceOf(StatusRuntimeException.class);
      return Files.readString(log).lines().toList();
    } finally {
      channel.shutdownNow();
    }
  }
}
