package io.matinee.runtime.paging;

import com.google.protobuf.Message;
import io.matinee.runtime.digest.RequestDigest;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.following.FollowedAliases;
import io.matinee.runtime.following.Lease;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a list that a loaded version makes starts or goes on. A token pins the version that the
 * list began on: pages of two versions would repeat and lose items.
 *
 * @param fingerprint the fingerprint of the request that the list belongs to
 * @param version the version that must answer; empty for any
 * @param token where to go on: its parts are the version, and behind it the position; empty for the
 *     list's beginning
 */
public record PageStart(String fingerprint, String version, Optional<PageToken> token) {
  /**
   * Reads where a request's list starts.
   *
   * @param token the token that came with it; empty for none
   * @param pinned the version that the request itself pins; empty for none
   * @throws MatineeException PAGE_TOKEN_INVALID for a token of another request
   */
  public static PageStart of(Message request, String token, String pinned) {
    String fingerprint = RequestDigest.of(request);
    if (token.isEmpty()) {
      return new PageStart(fingerprint, pinned, Optional.empty());
    }
    PageToken page = PageToken.decode(token, fingerprint);
    return new PageStart(fingerprint, page.text(0), Optional.of(page));
  }

  /**
   * Leases the version that the page must come from.
   *
   * @param alias the alias that the request names; empty for none
   * @throws MatineeException as {@link FollowedAliases#acquire(String, String)}
   */
  public <T extends AutoCloseable> Lease<T> acquire(FollowedAliases<T> models, String alias) {
    try {
      return models.acquire(alias, version);
    } catch (MatineeException refusal) {
      throw token.isPresent() && refusal.reason() == Reason.VERSION_NOT_LOADED ? gone() : refusal;
    }
  }

  /** Returns how many items to skip, where the position is a number of items. */
  public int offset() {
    return token.map(page -> page.index(1)).orElse(0);
  }

  /**
   * Returns the token of the next page, empty when the list has ended.
   *
   * @param answering the version that makes the list
   * @param offset of the next page; empty at the list's end
   */
  public String next(String answering, OptionalInt offset) {
    return offset.isEmpty() ? "" : nextAt(answering, offset.getAsInt());
  }

  /**
   * Returns the token of the next page.
   *
   * @param answering the version that makes the list
   * @param position where the page starts, in parts
   */
  public String nextAt(String answering, Object... position) {
    Object[] parts = new Object[1 + position.length];
    parts[0] = answering;
    System.arraycopy(position, 0, parts, 1, position.length);
    return PageToken.of(fingerprint, parts).encode();
  }

  private MatineeException gone() {
    String problem =
        "goes on in " + version + ", which is no longer loaded; leave it empty to start over";
    return MatineeException.of(Reason.VERSION_NOT_LOADED, "page_token " + problem)
        .with("model_version", version)
        .onField("page_token", problem);
  }
}
