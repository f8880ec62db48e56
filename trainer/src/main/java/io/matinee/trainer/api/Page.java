package io.matinee.trainer.api;

import com.google.protobuf.Message;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.paging.PageToken;
import io.matinee.runtime.paging.RequestFingerprint;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items the items
 * @param nextToken where to go on; empty at the end
 */
record Page<T>(List<T> items, String nextToken) {
  private static final int DEFAULT_SIZE = 100;
  private static final int MAXIMUM_SIZE = 1000;

  /** Where the request's page begins: the token's position, or empty for the beginning. */
  static Optional<PageToken> start(Message request, String token) {
    return token.isEmpty()
        ? Optional.empty()
        : Optional.of(PageToken.decode(token, RequestFingerprint.of(request)));
  }

  /** How many items the page may hold. */
  static int size(int asked) {
    if (asked < 0 || asked > MAXIMUM_SIZE) {
      String problem = "must be from 0 to " + MAXIMUM_SIZE;
      throw MatineeException.of(Reason.INVALID_REQUEST, "page_size " + problem + ".")
          .onField("page_size", problem);
    }
    return asked == 0 ? DEFAULT_SIZE : asked;
  }

  /**
   * Cuts a page out of one item more than it may hold.
   *
   * @param found at most {@code size + 1} items
   * @param position the position behind an item, for the next page
   */
  static <T> Page<T> of(List<T> found, int size, Message request, Function<T, Object[]> position) {
    if (found.size() <= size) {
      return new Page<>(found, "");
    }
    List<T> items = found.subList(0, size);
    Object[] behind = position.apply(items.getLast());
    return new Page<>(items, PageToken.of(RequestFingerprint.of(request), behind).encode());
  }
}
