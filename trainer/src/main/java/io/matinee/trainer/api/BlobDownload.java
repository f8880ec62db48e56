package io.matinee.trainer.api;

import com.google.protobuf.ByteString;
import io.grpc.stub.ServerCallStreamObserver;
import io.matinee.proto.trainer.v1.DownloadBlobResponse;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.StorageFault;
import java.io.IOException;
import java.io.InputStream;

/** Streams a blob as fast as the caller takes it. Its calls come one after another. */
final class BlobDownload {
  /** Half of what any connection may leave unread, however much others do. */
  private static final int CHUNK_BYTES = 128 << 10;

  private final InputStream bytes;
  private final long size;
  private final ServerCallStreamObserver<DownloadBlobResponse> reply;
  private long position;
  private boolean ended;

  private BlobDownload(
      InputStream bytes,
      long size,
      long offset,
      ServerCallStreamObserver<DownloadBlobResponse> reply) {
    this.bytes = bytes;
    this.size = size;
    this.position = offset;
    this.reply = reply;
  }

  /** Begins to send a blob's bytes from an offset. */
  static void begin(
      BlobStore blobs,
      String sha256,
      long offset,
      ServerCallStreamObserver<DownloadBlobResponse> reply)
      throws IOException {
    long size = blobs.size(sha256);
    long start = Math.min(offset, size);
    BlobDownload download = new BlobDownload(blobs.open(sha256, start), size, start, reply);
    reply.setOnReadyHandler(download::send);
    reply.setOnCancelHandler(download::end);
    reply.setOnCloseHandler(download::end);
    download.send();
  }

  private synchronized void send() {
    try {
      while (!ended && reply.isReady()) {
        if (position == size) {
          reply.onCompleted();
          end();
        } else {
          reply.onNext(next());
        }
      }
    } catch (IOException failure) {
      end();
      reply.onError(StorageFault.of(failure));
    }
  }

  private DownloadBlobResponse next() throws IOException {
    byte[] chunk = bytes.readNBytes((int) Math.min(CHUNK_BYTES, size - position));
    if (chunk.length == 0) {
      throw new IOException("a blob became shorter while it was read");
    }
    position += chunk.length;
    return DownloadBlobResponse.newBuilder()
        .setChunk(ByteString.copyFrom(chunk))
        .setTotalBytes(size)
        .build();
  }

  private synchronized void end() {
    ended = true;
    try {
      bytes.close();
    } catch (IOException unclosed) {
      throw StorageFault.of(unclosed);
    }
  }
}
