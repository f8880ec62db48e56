package io.matinee.cli.operation;

import com.google.protobuf.ByteString;
import io.matinee.proto.trainer.v1.UploadRatingsRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/** Cuts bytes into the chunks of an upload. Used by one thread. */
final class ChunkStream extends OutputStream {
  private static final int CHUNK_BYTES = 256 << 10;

  private final PacedUpload upload;
  private final LongConsumer listener;
  private final byte[] chunk = new byte[CHUNK_BYTES];
  private int filled;
  private long sent;

  /**
   * Makes a stream.
   *
   * @param upload takes the chunks
   * @param listener takes the number of bytes sent so far, after each chunk
   */
  ChunkStream(PacedUpload upload, LongConsumer listener) {
    this.upload = upload;
    this.listener = listener;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int position = offset;
    int end = offset + length;
    while (position < end) {
      int count = Math.min(end - position, CHUNK_BYTES - filled);
      System.arraycopy(bytes, position, chunk, filled, count);
      filled += count;
      position += count;
      if (filled == CHUNK_BYTES) {
        sendChunk();
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (filled > 0) {
      sendChunk();
    }
  }

  private void sendChunk() throws IOException {
    ByteString content = ByteString.copyFrom(chunk, 0, filled);
    filled = 0;
    if (!upload.send(UploadRatingsRequest.newBuilder().setChunk(content).build())) {
      throw new UploadRefused();
    }
    sent += content.size();
    listener.accept(sent);
  }
}
