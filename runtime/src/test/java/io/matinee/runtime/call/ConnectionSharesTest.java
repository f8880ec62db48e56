package io.matinee.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Attributes;
import io.matinee.runtime.call.ConnectionShares.OfConnection;
import org.junit.jupiter.api.Test;

class ConnectionSharesTest {
  private static final long ALL = 32 << 20;
  private static final long REQUEST = 600 << 10;

  private final ConnectionShares shares = new ConnectionShares(ALL, 1 << 20);

  @Test
  void letsOneConnectionHaveAlmostHalfAndNoMore() {
    exhaust(connection());
    assertThat(shares.left()).isBetween(ALL / 2, ALL / 2 + REQUEST);
  }

  @Test
  void leavesOthersEnoughWhateverSomeConnectionsHold() {
    for (int greedy = 0; greedy < 4; greedy++) {
      exhaust(connection());
    }
    assertThat(shares.left()).isGreaterThanOrEqualTo(ALL / 4);
    assertThat(connection().take(REQUEST)).isTrue();
  }

  @Test
  void takesNothingWhereItRefuses() {
    OfConnection connection = connection();
    assertThat(connection.take(ALL)).isFalse();
    assertThat(shares.left()).isEqualTo(ALL);
  }

  @Test
  void countsTheCallsOfAConnectionTogether() {
    Attributes attributes = shares.transportReady(Attributes.EMPTY);
    assertThat(shares.of(attributes)).isSameAs(shares.of(attributes));
  }

  private static void exhaust(OfConnection greedy) {
    boolean took;
    do {
      took = greedy.take(REQUEST);
    } while (took);
  }

  private OfConnection connection() {
    return shares.of(shares.transportReady(Attributes.EMPTY));
  }
}
