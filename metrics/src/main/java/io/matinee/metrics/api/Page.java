package io.matinee.metrics.api;

import com.google.protobuf.Message;
import com.google.protobuf.MessageLite;
import io.matinee.runtime.paging.PageRoom;
import io.matinee.runtime.paging.PageToken;
import io.matinee.runtime.paging.RequestFingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A page of a list that is kept newest first: it goes on after the last id that was sent, so that
 * what is added meanwhile neither repeats nor hides an entry.
 *
 * @param <M> what is listed, as messages
 * @param entries the entries of the page
 * @param nextToken where to go on; empty at the end
 */
record Page<M extends MessageLite>(List<M> entries, String nextToken) {
  /** Cuts the page that a request asks for out of the whole list. */
  static <T, M extends MessageLite> Page<M> of(
      List<T> all,
      Function<T, String> id,
      Function<T, M> message,
      Message request,
      int pageSize,
      String pageToken) {
    PageRoom room = PageRoom.of(pageSize);
    String fingerprint = RequestFingerprint.of(request);
    int from = pageToken.isEmpty() ? 0 : after(all, id, PageToken.decode(pageToken, fingerprint));
    List<M> entries = new ArrayList<>();
    for (T next : all.subList(from, all.size())) {
      M entry = message.apply(next);
      if (!room.takes(entry)) {
        int to = from + entries.size();
        String last = id.apply(all.get(to - 1));
        return new Page<>(entries, PageToken.of(fingerprint, last, to).encode());
      }
      entries.add(entry);
    }
    return new Page<>(entries, "");
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
