package io.matinee.runtime.paging;

import com.google.protobuf.Message;
import com.google.protobuf.MessageLite;
import io.matinee.runtime.digest.RequestDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param <M> what is listed, as messages
 * @param items the items of the page
 * @param nextToken where to go on; empty at the end
 */
public record Page<M extends MessageLite>(List<M> items, String nextToken) {

  /** Returns where a request's page begins: the token's position, or empty for the beginning. */
  public static Optional<PageToken> start(Message request, String token) {
    return token.isEmpty()
        ? Optional.empty()
        : Optional.of(PageToken.decode(token, RequestDigest.of(request)));
  }

  /**
   * Returns a page with as many items as there is room for.
   *
   * @param found more items than there is room for, or all that are left; none is asked for behind
   *     the first that has no room
   * @param position the position behind an item, for the next page
   * @param message an item as a message
   */
  public static <T, M extends MessageLite> Page<M> of(
      Iterable<T> found,
      PageRoom room,
      Message request,
      Function<T, Object[]> position,
      Function<T, M> message) {
    List<M> items = new ArrayList<>();
    Object[] behind = {};
    for (T next : found) {
      M item = message.apply(next);
      if (!room.takes(item)) {
        return new Page<>(items, PageToken.of(RequestDigest.of(request), behind).encode());
      }
      items.add(item);
      behind = position.apply(next);
    }
    return new Page<>(items, "");
  }
}
