package io.matinee.model.split;

/**
 * Holds out every rating given at or after a moment.
 *
 * @param epochSeconds the moment, in seconds since 1970
 */
public record TimeCut(long epochSeconds) implements RatingHoldOut {

  @Override
  public boolean heldOut(String userId, String movieId, long ratedAt) {
    return ratedAt >= epochSeconds;
  }

  @Override
  public boolean needsTimes() {
    return true;
  }

  @Override
  public String digest() {
    return RuleDigest.of("time", Long.toString(epochSeconds));
  }
}
