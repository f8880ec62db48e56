package io.matinee.model.split;

/** Holds out nothing: the model trains on every rating and is not evaluated by its own version. */
public record NoHoldOut() implements RatingHoldOut {

  @Override
  public boolean heldOut(String userId, String movieId, long epochSeconds) {
    return false;
  }

  @Override
  public String digest() {
    return RuleDigest.of("none");
  }
}
