package io.matinee.bench.validation;

import com.google.protobuf.Message;
import io.matinee.proto.serving.v1.PredictRatingsRequest;
import io.matinee.proto.trainer.v1.LiveRating;
import io.matinee.proto.trainer.v1.RecordRatingsRequest;
import java.util.Collections;
import java.util.List;

/** Requests that break their contract, each at another place. */
public enum RefusedRequest {
  /** PredictRatings of 1,900,000 empty ids. */
  MILLIONS_OF_IDS("1,900,000 empty ids", ids("", 1_900_000)),
  /** RecordRatings of 2,000,000 empty ratings. */
  MILLIONS_OF_RATINGS("2,000,000 empty ratings", ratings(2_000_000)),
  /** PredictRatings of as many ids as there may be, all of them empty. */
  EMPTY_IDS("1,000 empty ids", ids("", 1000)),
  /** PredictRatings of as many ids as there may be, the last of which is too long. */
  LAST_ID_TOO_LONG("a last id of 257 bytes", ids("12345", 999, "1".repeat(257))),
  /** RecordRatings of as many ratings as there may be, all of them empty. */
  EMPTY_RATINGS("1,000 empty ratings", ratings(1000));

  private final String text;
  private final Message message;

  RefusedRequest(String text, Message message) {
    this.text = text;
    this.message = message;
  }

  /** Returns what is wrong, in a few words. */
  public String text() {
    return text;
  }

  /** Returns the request. */
  public Message message() {
    return message;
  }

  private static Message ids(String id, int count, String... more) {
    return PredictRatingsRequest.newBuilder()
        .addAllMovieIds(Collections.nCopies(count, id))
        .addAllMovieIds(List.of(more))
        .build();
  }

  private static Message ratings(int count) {
    return RecordRatingsRequest.newBuilder()
        .addAllRatings(Collections.nCopies(count, LiveRating.getDefaultInstance()))
        .build();
  }
}
