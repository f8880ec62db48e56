package io.matinee.metrics.api;

import com.google.protobuf.Message;
import io.matinee.runtime.paging.PageToken;
import io.matinee.runtime.paging.RequestFingerprint;
import java.util.List;
import java.util.function.Function;

/**
 * A page of a list that is kept newest first: it goes on after the last id that was sent, so that
 * what is added meanwhile neither repeats nor hides an entry.
 *
 * @param <T> what is listed
 * @param entries the entries of the page
 * @param nextToken where to go on; empty at the end
 */
record Page<T>(List<T> entries, String nextToken) {
  private static final int DEFAULT_SIZE = 100;
  private static final int LARGEST_SIZE = 1_000;

  /** Cuts the page that a request asks for out of the whole list. */
  static <T> Page<T> of(
      List<T> all, Function<T, String> id, Message request, int pageSize, String pageToken) {
    String fingerprint = RequestFingerprint.of(request);
    int from = pageToken.isEmpty() ? 0 : after(all, id, PageToken.decode(pageToken, fingerprint));
    int size = pageSize == 0 ? DEFAULT_SIZE : Math.min(pageSize, LARGEST_SIZE);
    int to = Math.min(all.size(), from + size);
    String next =
        to == all.size() ? "" : PageToken.of(fingerprint, id.apply(all.get(to - 1)), to).encode();
    return new Page<>(all.subList(from, to), next);
  }

  /** The position after the last id; where that is gone, the position at which it was. */
  private static <T> int after(List<T> all, Function<T, String> id, PageToken token) {
    for (int position = 0; position < all.size(); position++) {
      if (id.apply(all.get(position)).equals(token.text(0))) {
        return position + 1;
      }
    }
    return Math.min(all.size(), Math.toIntExact(token.number(1)));
  }
}
