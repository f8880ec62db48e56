package io.matinee.bench.faults;

import io.grpc.Status;
import io.matinee.bench.faults.call.OddCall;
import java.nio.ByteBuffer;

/**
 * What gRPC refuses in its transport, by the prefix of a message and before any code of a service
 * sees the call. Only there can such messages be told, so these refusals alone may lack a reason:
 *
 * <ul>
 *   <li>a message marked as compressed when no header says how, which gRPC's compression
 *       specification wants answered with INTERNAL;
 *   <li>a message that is announced as longer than 4 MiB, which is not taken in to be refused.
 * </ul>
 */
final class TransportRefusal {
  private static final int PREFIX_BYTES = 5;
  private static final int LONGEST_MESSAGE = 4 << 20;

  private TransportRefusal() {}

  /** Whether the status is what the transport has to say of a call. */
  static boolean explains(Status.Code code, OddCall call) {
    return switch (code) {
      case INTERNAL -> isPackedUnsaid(call);
      case RESOURCE_EXHAUSTED -> isTooLong(call);
      default -> false;
    };
  }

  private static boolean isPackedUnsaid(OddCall call) {
    return call.body().length > 0
        && call.body()[0] == 1
        && !call.headers().containsKey("grpc-encoding");
  }

  private static boolean isTooLong(OddCall call) {
    ByteBuffer body = ByteBuffer.wrap(call.body());
    while (body.remaining() >= PREFIX_BYTES) {
      body.get();
      int length = body.getInt();
      if (length > LONGEST_MESSAGE) {
        return true;
      }
      body.position(body.position() + Math.clamp(length, 0, body.remaining()));
    }
    return false;
  }
}
