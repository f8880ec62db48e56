package io.matinee.trainer.api;

import com.google.protobuf.Message;
import com.google.protobuf.MessageLite;
import io.matinee.runtime.paging.PageRoom;
import io.matinee.runtime.paging.PageToken;
import io.matinee.runtime.paging.RequestFingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items the items, as messages
 * @param nextToken where to go on; empty at the end
 */
record Page<M extends MessageLite>(List<M> items, String nextToken) {

  /** Where the request's page begins: the token's position, or empty for the beginning. */
  static Optional<PageToken> start(Message request, String token) {
    return token.isEmpty()
        ? Optional.empty()
        : Optional.of(PageToken.decode(token, RequestFingerprint.of(request)));
  }

  /**
   * Fills a page.
   *
   * @param found one item more than there is room for, or all that are left
   * @param position the position behind an item, for the next page
   * @param message an item as a message
   */
  static <T, M extends MessageLite> Page<M> of(
      List<T> found,
      PageRoom room,
      Message request,
      Function<T, Object[]> position,
      Function<T, M> message) {
    List<M> items = new ArrayList<>();
    for (T next : found) {
      M item = message.apply(next);
      if (!room.takes(item)) {
        Object[] behind = position.apply(found.get(items.size() - 1));
        return new Page<>(items, PageToken.of(RequestFingerprint.of(request), behind).encode());
      }
      items.add(item);
    }
    return new Page<>(items, "");
  }
}
