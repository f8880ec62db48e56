package io.matinee.runtime.inbound;

import io.grpc.ServerCall;
import io.matinee.runtime.call.RequestRefusal;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import java.util.function.Function;

/**
 * Makes the requests of a call from their bytes, which are counted until the next request comes, or
 * the call is answered or over.
 */
final class InboundListener<Q> extends ServerCall.Listener<RawRequest> {
  private final ServerCall.Listener<Q> listener;
  private final Function<byte[], Q> reader;
  private final Q none;
  private final RequestRefusal refusal;
  private final HeldBytes held;

  /**
   * Makes a listener.
   *
   * @param listener what takes the requests
   * @param reader makes a request; its MatineeException says why not
   * @param none what takes the place of a request that is refused
   * @param refusal where it is noted
   * @param held what the requests hold
   */
  InboundListener(
      ServerCall.Listener<Q> listener,
      Function<byte[], Q> reader,
      Q none,
      RequestRefusal refusal,
      HeldBytes held) {
    this.listener = listener;
    this.reader = reader;
    this.none = none;
    this.refusal = refusal;
    this.held = held;
  }

  @Override
  public void onMessage(RawRequest request) {
    listener.onMessage(read(request));
  }

  @Override
  public void onHalfClose() {
    listener.onHalfClose();
  }

  @Override
  public void onCancel() {
    held.release();
    listener.onCancel();
  }

  @Override
  public void onComplete() {
    held.release();
    listener.onComplete();
  }

  @Override
  public void onReady() {
    listener.onReady();
  }

  private Q read(RawRequest request) {
    try {
      if (request.refusal() != null) {
        throw request.refusal();
      }
      hold(request.bytes().length);
      return reader.apply(request.bytes());
    } catch (MatineeException refused) {
      refusal.refuse(refused);
      return none;
    }
  }

  private void hold(long bytes) {
    if (!held.hold(bytes)) {
      throw MatineeException.of(
          Reason.QUEUE_FULL, "too many bytes of requests are being worked on; call again later");
    }
  }
}
