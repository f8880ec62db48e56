package io.matinee.runtime.following;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.StreamObserver;
import io.matinee.model.snapshot.BlobReference;
import io.matinee.proto.model.v1.ModelVersion;
import io.matinee.proto.model.v1.ReaderStatus;
import io.matinee.proto.trainer.v1.DownloadBlobRequest;
import io.matinee.proto.trainer.v1.DownloadBlobResponse;
import io.matinee.proto.trainer.v1.GetModelVersionRequest;
import io.matinee.proto.trainer.v1.ModelRegistryServiceGrpc;
import io.matinee.proto.trainer.v1.ReportReaderRequest;
import io.matinee.proto.trainer.v1.ReportReaderResponse;
import io.matinee.proto.trainer.v1.WatchAliasRequest;
import io.matinee.proto.trainer.v1.WatchAliasResponse;
import io.matinee.runtime.api.ManifestBlob;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The calls that a reader makes to the model registry, in own types. Thread safe. */
final class RegistryClient implements BlobSource {
  private final ManagedChannel channel;
  private final RegistryConfiguration configuration;

  RegistryClient(ManagedChannel channel, RegistryConfiguration configuration) {
    this.channel = channel;
    this.configuration = configuration;
  }

  /** What a watch hears; called one at a time. */
  interface Listener {
    /** The alias points at a version, or at nothing. */
    void points(Optional<Target> target);

    /** Nothing changed. */
    void alive();

    /** The watch ended, well or not; nothing more is heard of it. */
    void ended(@Nullable Throwable failure);
  }

  /** Begins to watch an alias; the returned action ends the watch. */
  Runnable watch(String alias, Listener listener) {
    channel.resetConnectBackoff();
    WatchObserver observer = new WatchObserver(listener);
    ModelRegistryServiceGrpc.newStub(channel)
        .watchAlias(WatchAliasRequest.newBuilder().setName(alias).build(), observer);
    return observer::cancel;
  }

  /** Returns a published version. */
  Target version(String name) {
    ModelVersion version =
        ModelRegistryServiceGrpc.newBlockingStub(channel)
            .withDeadlineAfter(configuration.callDeadline().toNanos(), TimeUnit.NANOSECONDS)
            .getModelVersion(GetModelVersionRequest.newBuilder().setName(name).build())
            .getModelVersion();
    return target(version);
  }

  @Override
  public void download(BlobReference blob, long offset, OutputStream sink) throws IOException {
    DownloadBlobRequest request =
        DownloadBlobRequest.newBuilder().setSha256(blob.sha256()).setOffset(offset).build();
    Iterator<DownloadBlobResponse> parts =
        ModelRegistryServiceGrpc.newBlockingStub(channel)
            .withDeadlineAfter(configuration.downloadDeadline().toNanos(), TimeUnit.NANOSECONDS)
            .downloadBlob(request);
    while (parts.hasNext()) {
      ByteString chunk = parts.next().getChunk();
      chunk.writeTo(sink);
    }
  }

  /** Reports what is loaded, without waiting for the answer. */
  void report(String readerId, ReaderStatus status, StreamObserver<ReportReaderResponse> answer) {
    ModelRegistryServiceGrpc.newStub(channel)
        .withDeadlineAfter(configuration.callDeadline().toNanos(), TimeUnit.NANOSECONDS)
        .reportReader(
            ReportReaderRequest.newBuilder().setReaderId(readerId).setStatus(status).build(),
            answer);
  }

  private static Target target(ModelVersion version) {
    return new Target(version.getName(), ManifestBlob.of(version));
  }

  private static final class WatchObserver
      implements ClientResponseObserver<WatchAliasRequest, WatchAliasResponse> {
    private final Listener listener;
    private @Nullable ClientCallStreamObserver<WatchAliasRequest> call;

    WatchObserver(Listener listener) {
      this.listener = listener;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<WatchAliasRequest> started) {
      call = started;
    }

    @Override
    public void onNext(WatchAliasResponse message) {
      if (message.getHeartbeat()) {
        listener.alive();
      } else if (message.hasModelVersion()) {
        listener.points(Optional.of(target(message.getModelVersion())));
      } else {
        listener.points(Optional.empty());
      }
    }

    @Override
    public void onError(Throwable failure) {
      listener.ended(failure);
    }

    @Override
    public void onCompleted() {
      listener.ended(null);
    }

    void cancel() {
      if (call != null) {
        call.cancel("the reader stops to watch", null);
      }
    }
  }
}
