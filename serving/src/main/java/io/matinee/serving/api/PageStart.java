package io.matinee.serving.api;

import com.google.protobuf.Message;
import io.matinee.runtime.digest.RequestDigest;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.following.Following;
import io.matinee.runtime.following.Lease;
import io.matinee.runtime.paging.PageToken;
import java.util.OptionalInt;

/**
 * Where a list starts or goes on. A token pins the version that the list began on: pages of two
 * versions would repeat and lose movies.
 *
 * @param fingerprint the fingerprint of the request that the list belongs to
 * @param version the version that must answer; empty for the served one
 * @param position what the list is to start at, 0 for its beginning
 */
record PageStart(String fingerprint, String version, int position) {
  /**
   * Reads where a request's list starts.
   *
   * @param pinned the version that the request itself pins; empty for none
   * @throws MatineeException PAGE_TOKEN_INVALID for a token of another request
   */
  static PageStart of(Message request, String token, String pinned) {
    String fingerprint = RequestDigest.of(request);
    if (token.isEmpty()) {
      return new PageStart(fingerprint, pinned, 0);
    }
    PageToken page = PageToken.decode(token, fingerprint);
    return new PageStart(fingerprint, page.text(0), page.index(1));
  }

  /**
   * Leases the version that the page must come from.
   *
   * @throws MatineeException MODEL_NOT_READY, or VERSION_NOT_LOADED when another version is loaded
   */
  Lease<ServingModel> acquire(Following<ServingModel> following) {
    try {
      return following.acquire(version);
    } catch (MatineeException refusal) {
      throw position > 0 && refusal.reason() == Reason.VERSION_NOT_LOADED ? gone() : refusal;
    }
  }

  /** Returns the token of the next page, empty when the list has ended. */
  String next(String answering, OptionalInt position) {
    return position.isEmpty()
        ? ""
        : PageToken.of(fingerprint, answering, position.getAsInt()).encode();
  }

  private MatineeException gone() {
    String problem =
        "goes on in " + version + ", which is no longer loaded; leave it empty to start over";
    return MatineeException.of(Reason.VERSION_NOT_LOADED, "page_token " + problem)
        .with("model_version", version)
        .onField("page_token", problem);
  }
}
