package io.matinee.runtime.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Attributes;
import io.grpc.ServerCall;
import io.matinee.runtime.call.ConnectionShares;
import io.matinee.runtime.call.RequestRefusal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboundListenerTest {
  private static final String NONE = "none";

  private final ConnectionShares requests = new ConnectionShares(10, 10);
  private final List<String> heard = new ArrayList<>();

  @Test
  void holdsTheBytesOfARequestUntilItsCallIsOver() {
    InboundListener<String> first = call();
    InboundListener<String> second = call();
    first.onMessage(request("12345678"));
    second.onMessage(request("123"));
    assertThat(heard).containsExactly("12345678", NONE);

    first.onComplete();
    second.onMessage(request("1234567890"));
    assertThat(heard).endsWith("1234567890");
    second.onCancel();
    second.onCancel();
    assertThat(requests.left()).isEqualTo(10);
  }

  @Test
  void holdsOnlyTheLastRequestOfAStream() {
    InboundListener<String> stream = call();
    stream.onMessage(request("12345678"));
    stream.onMessage(request("abcdefgh"));
    assertThat(heard).containsExactly("12345678", "abcdefgh");
    assertThat(requests.left()).isEqualTo(2);
  }

  private InboundListener<String> call() {
    ServerCall.Listener<String> listener =
        new ServerCall.Listener<>() {
          @Override
          public void onMessage(String message) {
            heard.add(message);
          }
        };
    return new InboundListener<>(
        listener,
        bytes -> new String(bytes, UTF_8),
        NONE,
        new RequestRefusal(),
        new HeldBytes(requests.of(Attributes.EMPTY)));
  }

  private static RawRequest request(String text) {
    return new RawRequest(text.getBytes(UTF_8), null);
  }
}
