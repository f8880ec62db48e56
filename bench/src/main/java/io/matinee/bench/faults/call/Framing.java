package io.matinee.bench.faults.call;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How the messages of a call lie in its body. */
enum Framing {
  /** As gRPC has it. */
  PLAIN,
  /** Zipped, and said so. */
  ZIPPED("gzip"),
  /** Millions of empty items, zipped. */
  BOMB("gzip"),
  /** No message before the end. */
  NO_MESSAGE,
  /** The last message comes twice. */
  ONE_TOO_MANY,
  /** Messages said to be zipped that are not. */
  NOT_ZIPPED("gzip"),
  /** Zipped messages without a word about it. */
  SECRETLY_ZIPPED,
  /** Packed in a way that no server knows. */
  UNKNOWN_PACKING("matryoshka"),
  /** A prefix that promises more bytes than come. */
  SHORT_BODY,
  /** A prefix that promises four gigabytes. */
  HUGE_PREFIX;

  /** Items whose empty form makes a message of just under four mebibytes. */
  private static final int BOMB_ITEMS = 1_900_000;

  private final Optional<String> encoding;

  Framing() {
    this.encoding = Optional.empty();
  }

  Framing(String encoding) {
    this.encoding = Optional.of(encoding);
  }

  /** What the header grpc-encoding says. */
  Optional<String> encoding() {
    return encoding;
  }

  /** Whether the body breaks gRPC itself, so that the server's transport may refuse it. */
  boolean breaksTransport() {
    return switch (this) {
      case PLAIN, ZIPPED, BOMB, NO_MESSAGE, ONE_TOO_MANY -> false;
      case NOT_ZIPPED, SECRETLY_ZIPPED, UNKNOWN_PACKING, SHORT_BODY, HUGE_PREFIX -> true;
    };
  }

  byte[] body(Target target, List<byte[]> messages) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    switch (this) {
      case PLAIN -> messages.forEach(message -> append(body, false, message));
      case ZIPPED -> messages.forEach(message -> append(body, true, GzipBomb.zipped(message)));
      case BOMB -> append(body, true, GzipBomb.of(target.method().getInputType(), BOMB_ITEMS));
      case NO_MESSAGE -> {
        // Nothing comes.
      }
      case ONE_TOO_MANY -> {
        messages.forEach(message -> append(body, false, message));
        append(body, false, messages.getLast());
      }
      case NOT_ZIPPED, UNKNOWN_PACKING -> messages.forEach(message -> append(body, true, message));
      case SECRETLY_ZIPPED ->
          messages.forEach(message -> append(body, true, GzipBomb.zipped(message)));
      case SHORT_BODY -> {
        append(body, false, messages.getFirst());
        body.writeBytes(Frame.prefixed(false, 1_000, new byte[0]));
      }
      case HUGE_PREFIX -> body.writeBytes(Frame.prefixed(false, -1, new byte[0]));
    }
    return body.toByteArray();
  }

  /** Draws one: most calls are framed well. */
  static Framing draw(RandomGenerator random) {
    return random.nextInt(4) > 0 ? PLAIN : values()[random.nextInt(values().length)];
  }

  private static void append(ByteArrayOutputStream body, boolean packed, byte[] message) {
    body.writeBytes(Frame.of(packed, message));
  }
}
