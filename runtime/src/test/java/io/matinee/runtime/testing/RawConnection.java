package io.matinee.runtime.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A connection of HTTP/2 by hand, for what no client library sends or tells. It never says that it
 * has read anything, so that no stream gets more than the 65,535 bytes that HTTP/2 begins with. Not
 * thread-safe.
 */
public final class RawConnection implements AutoCloseable {
  private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
  private static final int PATIENCE_MILLISECONDS = 20_000;
  private static final int LONGEST_FRAME = 16_384;
  private static final int MESSAGE_HEADER = 5;

  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int GO_AWAY = 7;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;

  /**
   * Connects to a server on this machine.
   *
   * @throws IOException when none listens
   */
  public RawConnection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLISECONDS);
    in = new DataInputStream(socket.getInputStream());
    out = new DataOutputStream(socket.getOutputStream());
    out.write(PREFACE.getBytes(StandardCharsets.US_ASCII));
    send(SETTINGS, 0, 0, new byte[0]);
  }

  /** Returns the settings that the server sends first, by their numbers. */
  public Map<Integer, Integer> settings() throws IOException {
    ByteBuffer pairs = ByteBuffer.wrap(next().payload());
    Map<Integer, Integer> settings = new HashMap<>();
    while (pairs.hasRemaining()) {
      settings.put((int) pairs.getShort(), pairs.getInt());
    }
    return settings;
  }

  /**
   * Begins a call.
   *
   * @param stream odd, and larger than those before
   * @param method the full name, e.g. {@code matinee.serving.v1.CatalogueService/GetMovie}
   */
  public void begin(int stream, String method) throws IOException {
    begin(stream, method, "trailers");
  }

  /** Begins a call with a value of the header {@code te}, which may be one that is refused. */
  public void begin(int stream, String method, String te) throws IOException {
    ByteArrayOutputStream headers = new ByteArrayOutputStream();
    add(headers, ":method", "POST");
    add(headers, ":scheme", "http");
    add(headers, ":path", "/" + method);
    add(headers, ":authority", "localhost");
    add(headers, "te", te);
    add(headers, "content-type", "application/grpc");
    send(HEADERS, END_HEADERS, stream, headers.toByteArray());
  }

  /** Sends a message without a field, and that it was the last. */
  public void sendEmptyMessage(int stream) throws IOException {
    send(DATA, END_STREAM, stream, new byte[MESSAGE_HEADER]);
  }

  /** Sends so many bytes of a message that is said to have more. */
  public void sendPart(int stream, int said, int bytes) throws IOException {
    ByteBuffer part = ByteBuffer.allocate(MESSAGE_HEADER + bytes).put((byte) 0).putInt(said);
    byte[] all = part.array();
    for (int from = 0; from < all.length; from += LONGEST_FRAME) {
      int length = Math.min(LONGEST_FRAME, all.length - from);
      byte[] frame = new byte[length];
      System.arraycopy(all, from, frame, 0, length);
      send(DATA, 0, stream, frame);
    }
  }

  /** Sends so many frames without data. */
  public void sendEmptyFrames(int stream, int count) throws IOException {
    for (int sent = 0; sent < count; sent++) {
      send(DATA, 0, stream, new byte[0]);
    }
  }

  /** Returns the error for which the server ends the connection, by its number in HTTP/2. */
  public int awaitGoAway() throws IOException {
    Frame frame = next();
    while (frame.type() != GO_AWAY) {
      frame = next();
    }
    return ByteBuffer.wrap(frame.payload()).getInt(Integer.BYTES);
  }

  /** Returns the first stream that the server resets. */
  public int awaitReset() throws IOException {
    Frame frame = next();
    while (frame.type() != RST_STREAM) {
      frame = next();
    }
    return frame.stream();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private record Frame(int type, int stream, byte[] payload) {}

  private Frame next() throws IOException {
    int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
    int type = in.readUnsignedByte();
    in.readUnsignedByte();
    int stream = in.readInt();
    return new Frame(type, stream, in.readNBytes(length));
  }

  private void send(int type, int flags, int stream, byte[] payload) throws IOException {
    out.writeByte(payload.length >> 16);
    out.writeShort(payload.length);
    out.writeByte(type);
    out.writeByte(flags);
    out.writeInt(stream);
    out.write(payload);
    out.flush();
  }

  /** Adds a header as it is: not indexed, not compressed, shorter than 127 bytes. */
  private static void add(ByteArrayOutputStream headers, String name, String value) {
    headers.write(0);
    for (String text : new String[] {name, value}) {
      headers.write(text.length());
      headers.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
  }
}
