package io.matinee.metrics.api;

import com.google.protobuf.Message;
import com.google.protobuf.MessageLite;
import io.matinee.runtime.paging.Page;
import io.matinee.runtime.paging.PageRoom;
import io.matinee.runtime.paging.PageToken;
import java.util.List;
import java.util.function.Function;

/**
 * Pages of a list that is kept newest first: one goes on after the last id that was sent, so that
 * what is added meanwhile neither repeats nor hides an entry.
 */
final class NewestFirst {
  private NewestFirst() {}

  /** Cuts the page that a request asks for out of the whole list. */
  static <T, M extends MessageLite> Page<M> page(
      List<T> all,
      Function<T, String> id,
      Function<T, M> message,
      Message request,
      int pageSize,
      String pageToken) {
    int from = Page.start(request, pageToken).map(token -> after(all, id, token)).orElse(0);
    return Page.of(
        all.subList(from, all.size()),
        PageRoom.of(pageSize),
        request,
        last -> new Object[] {id.apply(last), all.indexOf(last) + 1},
        message);
  }

  /** The position after the last id; where that is gone, the position at which it was. */
  private static <T> int after(List<T> all, Function<T, String> id, PageToken token) {
    for (int position = 0; position < all.size(); position++) {
      if (id.apply(all.get(position)).equals(token.text(0))) {
        return position + 1;
      }
    }
    return Math.min(all.size(), token.index(1));
  }
}
