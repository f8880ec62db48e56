package io.matinee.model.split;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * The rule that says which ratings are kept from training, to judge a model by.
 *
 * <p>A rule depends on nothing but the rating itself, so the same rating falls on the same side in
 * every version of a data set. Immutable, thread-safe; in JSON its type is the property {@code
 * kind}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = HashHoldOut.class, name = "hash"),
  @JsonSubTypes.Type(value = TimeCut.class, name = "time"),
  @JsonSubTypes.Type(value = StoredSplit.class, name = "stored"),
  @JsonSubTypes.Type(value = NoHoldOut.class, name = "none")
})
public sealed interface HoldOut permits HashHoldOut, TimeCut, StoredSplit, NoHoldOut {

  /**
   * Whether a rating is held out.
   *
   * @param userId who rated
   * @param movieId what was rated
   * @param epochSeconds when, in seconds since 1970; 0 when unknown
   */
  boolean heldOut(String userId, String movieId, long epochSeconds);

  /** SHA-256 of the rule in lower-case hexadecimal; equal rules have equal digests. */
  String digest();
}
