package io.matinee.model.split;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * The rule that says which ratings are kept from training, to judge a model by. Immutable,
 * thread-safe; in JSON its type is the property {@code kind}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = HashHoldOut.class, name = "hash"),
  @JsonSubTypes.Type(value = FoldHoldOut.class, name = "fold"),
  @JsonSubTypes.Type(value = TimeCut.class, name = "time"),
  @JsonSubTypes.Type(value = LastPerUser.class, name = "last-per-user"),
  @JsonSubTypes.Type(value = LastShare.class, name = "last-share"),
  @JsonSubTypes.Type(value = StoredSplit.class, name = "stored"),
  @JsonSubTypes.Type(value = NoHoldOut.class, name = "none")
})
public sealed interface HoldOut permits ComputedHoldOut, StoredSplit {

  /** SHA-256 of the rule in lower-case hexadecimal; equal rules have equal digests. */
  String digest();
}
