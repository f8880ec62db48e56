package io.matinee.trainer.api;

import com.google.protobuf.ByteString;
import io.grpc.stub.ServerCallStreamObserver;
import io.matinee.proto.trainer.v1.DownloadBlobResponse;
import io.matinee.trainer.store.StorageFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Streams a blob as fast as the caller takes it. Its calls come one after another. */
final class BlobDownload {
  /** Half of what any connection may leave unread, however much others do. */
  private static final int CHUNK_BYTES = 128 << 10;

  private final FileChannel file;
  private final long size;
  private final ServerCallStreamObserver<DownloadBlobResponse> reply;
  private long position;
  private boolean ended;

  private BlobDownload(
      FileChannel file, long offset, ServerCallStreamObserver<DownloadBlobResponse> reply)
      throws IOException {
    this.file = file;
    this.size = file.size();
    this.position = Math.min(offset, size);
    this.reply = reply;
  }

  /** Begins to send a file's bytes from an offset. */
  static void begin(Path blob, long offset, ServerCallStreamObserver<DownloadBlobResponse> reply)
      throws IOException {
    FileChannel file = FileChannel.open(blob, StandardOpenOption.READ);
    BlobDownload download = new BlobDownload(file, offset, reply);
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
    ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(CHUNK_BYTES, size - position));
    while (chunk.hasRemaining()) {
      int read = file.read(chunk, position);
      if (read < 0) {
        throw new IOException("a blob became shorter while it was read");
      }
      position += read;
    }
    return DownloadBlobResponse.newBuilder()
        .setChunk(ByteString.copyFrom(chunk.flip()))
        .setTotalBytes(size)
        .build();
  }

  private synchronized void end() {
    ended = true;
    try {
      file.close();
    } catch (IOException unclosed) {
      throw StorageFault.of(unclosed);
    }
  }
}
