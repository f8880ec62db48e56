package io.matinee.trainer.api;

import com.google.protobuf.ByteString;
import io.grpc.stub.ServerCallStreamObserver;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.StorageFault;
import io.matinee.trainer.store.StoredBlob;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;

/**
 * Streams a blob as fast as the caller takes it. Its calls come one after another.
 *
 * @param <R> the messages that carry its chunks
 */
final class BlobDownload<R> {
  /** Half of what any connection may leave unread, however much others do. */
  private static final int CHUNK_BYTES = 128 << 10;

  private final InputStream bytes;
  private final long size;
  private final ServerCallStreamObserver<R> reply;
  private final Function<ByteString, R> message;
  private long position;
  private boolean ended;

  private BlobDownload(
      InputStream bytes,
      long size,
      long offset,
      ServerCallStreamObserver<R> reply,
      Function<ByteString, R> message) {
    this.bytes = bytes;
    this.size = size;
    this.position = offset;
    this.reply = reply;
    this.message = message;
  }

  /**
   * Begins to send a blob's bytes.
   *
   * @param offset where to start
   * @param message makes the message of a chunk
   */
  static <R> void begin(
      BlobStore blobs,
      StoredBlob blob,
      long offset,
      ServerCallStreamObserver<R> reply,
      Function<ByteString, R> message)
      throws IOException {
    long start = Math.min(offset, blob.size());
    BlobDownload<R> download =
        new BlobDownload<>(blobs.open(blob.sha256(), start), blob.size(), start, reply, message);
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

  private R next() throws IOException {
    byte[] chunk = bytes.readNBytes((int) Math.min(CHUNK_BYTES, size - position));
    if (chunk.length == 0) {
      throw new IOException("a blob became shorter while it was read");
    }
    position += chunk.length;
    return message.apply(ByteString.copyFrom(chunk));
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
