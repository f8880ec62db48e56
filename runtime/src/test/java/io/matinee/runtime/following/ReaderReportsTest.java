package io.matinee.runtime.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.matinee.proto.model.v1.FollowedAlias;
import io.matinee.proto.model.v1.ReaderStatus;
import io.matinee.runtime.testing.FakeRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderReportsTest {
  @TempDir Path folder;

  @Test
  void tellsOfAllAliasesAsLongAsOneIsHeard() {
    FollowedAlias loaded =
        FollowedAlias.newBuilder().setAlias("models/movies/aliases/production").build();
    ReaderStatus oneUnheard =
        ReaderStatus.newBuilder().addAliases(loaded).setRegistryConnected(false).build();
    try (FakeRegistry registry = FakeRegistry.start(folder)) {
      ManagedChannel channel =
          NettyChannelBuilder.forAddress("127.0.0.1", registry.port()).usePlaintext().build();
      RegistryClient client =
          new RegistryClient(channel, new FollowingRig.Registry(registry.port()));
      try (ReaderReports reports =
          new ReaderReports(client, "reader", () -> oneUnheard, () -> true)) {
        reports.changed(FollowingStatus.initial(loaded.getAlias()));

        assertThat(registry.awaitReport(loaded::equals)).isEqualTo(loaded);
      } finally {
        channel.shutdownNow();
      }
    }
  }
}
