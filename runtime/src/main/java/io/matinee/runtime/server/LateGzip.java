package io.matinee.runtime.server;

import io.grpc.Decompressor;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Gzip whose bytes are looked at once they are read. Bytes that are not gzip fail where requests
 * are read and refused, while gRPC's own gzip fails inside its transport, as UNKNOWN. Immutable.
 */
final class LateGzip implements Decompressor {
  @Override
  public String getMessageEncoding() {
    return "gzip";
  }

  @Override
  public InputStream decompress(InputStream packed) {
    return new LateStream(packed);
  }

  private static final class LateStream extends InputStream {
    private final InputStream packed;
    private @Nullable InputStream unpacked;

    LateStream(InputStream packed) {
      this.packed = packed;
    }

    @Override
    public int read() throws IOException {
      return unpacked().read();
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
      return unpacked().read(bytes, from, most);
    }

    @Override
    public void close() throws IOException {
      InputStream open = unpacked;
      (open == null ? packed : open).close();
    }

    private InputStream unpacked() throws IOException {
      InputStream open = unpacked;
      if (open == null) {
        open = new GZIPInputStream(packed);
        unpacked = open;
      }
      return open;
    }
  }
}
