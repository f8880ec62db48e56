package io.matinee.runtime.inbound;

import com.google.protobuf.Descriptors.Descriptor;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.validation.LargestMessage;
import java.util.OptionalLong;

/**
 * How many bytes a request may have, decompressed: as many as the largest that keeps its contract,
 * rounded up to a multiple of 16 KiB, which leaves room for fields that a newer client sends.
 *
 * @param bytes the limit
 */
record InboundLimit(int bytes) {
  private static final int STEP = 16 << 10;
  private static final int MOST = 4 << 20;

  /** Of contracts without bounds, which are not ours: health and reflection. */
  private static final int WITHOUT_BOUNDS = 64 << 10;

  /** Returns the limit of a type of request. */
  static InboundLimit of(Descriptor request) {
    OptionalLong largest = LargestMessage.bytes(request);
    if (largest.isEmpty()) {
      return new InboundLimit(WITHOUT_BOUNDS);
    }
    long rounded = (largest.getAsLong() / STEP + 1) * STEP;
    return new InboundLimit((int) Math.min(rounded, MOST));
  }

  /** Returns what is said of a larger request. */
  MatineeException exceeded() {
    return MatineeException.of(
            Reason.REQUEST_TOO_LARGE,
            "the request has more than the %d bytes that a valid one can have".formatted(bytes))
        .with("limit_bytes", Integer.toString(bytes));
  }
}
