package io.matinee.model.split;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.matinee.model.ratings.RatingsMatrix;
import java.util.BitSet;

/**
 * The rule that says which ratings are kept from training, to judge a model by. Immutable,
 * thread-safe; in JSON its type is the property {@code kind}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = HashHoldOut.class, name = "hash"),
  @JsonSubTypes.Type(value = TimeCut.class, name = "time"),
  @JsonSubTypes.Type(value = LastPerUser.class, name = "last-per-user"),
  @JsonSubTypes.Type(value = StoredSplit.class, name = "stored"),
  @JsonSubTypes.Type(value = NoHoldOut.class, name = "none")
})
public sealed interface HoldOut permits RatingHoldOut, LastPerUser {

  /** Returns the positions of the ratings that are held out. */
  BitSet heldOut(RatingsMatrix all);

  /** Returns whether the rule goes by the times of ratings, all of which must be known then. */
  default boolean needsTimes() {
    return false;
  }

  /** SHA-256 of the rule in lower-case hexadecimal; equal rules have equal digests. */
  String digest();
}
