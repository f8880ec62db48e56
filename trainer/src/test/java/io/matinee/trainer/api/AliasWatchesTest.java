package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc;
import io.matinee.proto.trainer.v1.WatchAliasRequest;
import io.matinee.proto.trainer.v1.WatchAliasResponse;
import io.matinee.runtime.testing.TinyModel;
import io.matinee.trainer.name.AliasName;
import io.matinee.trainer.name.ModelName;
import io.matinee.trainer.registry.Aliases;
import io.matinee.trainer.registry.ExpectedEtag;
import io.matinee.trainer.registry.ModelVersions;
import io.matinee.trainer.registry.Publisher;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.FolderBlobStore;
import io.matinee.trainer.store.TrainerHome;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watches between two heartbeats, of which the first finds those that failed meanwhile. */
class AliasWatchesTest {
  private static final String MODEL = "models/movies";
  private static final Duration NEVER = Duration.ofDays(1);

  @TempDir Path folder;

  private Database database;
  private AliasWatches watches;
  private Server server;
  private ManagedChannel channel;

  @BeforeEach
  void start() throws Exception {
    TrainerHome home = TrainerHome.prepare(folder);
    database = Database.open(home.database(), () -> {});
    ModelVersions versions = new ModelVersions(database, Clock.systemUTC());
    Aliases aliases = new Aliases(database, Clock.systemUTC());
    Path snapshot = Files.createTempDirectory(home.staging(), "tiny");
    TinyModel.write(snapshot, 1);
    var version =
        new Publisher(
                database,
                new FolderBlobStore(home.blobs(), Clock.systemUTC()),
                versions,
                step -> {})
            .publish(ModelName.parse(MODEL), snapshot, (handle, added) -> {})
            .name();
    aliases.set(
        AliasName.parse(MODEL + "/aliases/unreadable"),
        Optional.of(version),
        new ExpectedEtag(""),
        "");
    database.write(handle -> handle.execute("DROP TABLE model_version_blob"));
    watches = new AliasWatches(aliases, versions, NEVER);
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(new Registry(watches))
            .build()
            .start();
    channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
  }

  @AfterEach
  void stop() {
    channel.shutdownNow();
    server.shutdownNow();
    watches.close();
    database.close();
  }

  @Test
  void forgetsThoseThatFail() {
    for (int watch = 0; watch < AliasWatches.MOST; watch++) {
      assertThatExceptionOfType(StatusRuntimeException.class)
          .isThrownBy(() -> firstMessage("unreadable"));
    }
    assertThat(firstMessage("absent").getAlias().getName()).isEqualTo(MODEL + "/aliases/absent");
  }

  private WatchAliasResponse firstMessage(String alias) {
    WatchAliasRequest request =
        WatchAliasRequest.newBuilder().setName(MODEL + "/aliases/" + alias).build();
    return ModelRegistryServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(20, TimeUnit.SECONDS)
        .watchAlias(request)
        .next();
  }

  /** The part of the registry that is watched. */
  private static final class Registry
      extends ModelRegistryServiceGrpc.ModelRegistryServiceImplBase {
    private final AliasWatches watches;

    Registry(AliasWatches watches) {
      this.watches = watches;
    }

    @Override
    public void watchAlias(WatchAliasRequest request, StreamObserver<WatchAliasResponse> reply) {
      watches.add(
          AliasName.parse(request.getName()), (ServerCallStreamObserver<WatchAliasResponse>) reply);
    }
  }
}
