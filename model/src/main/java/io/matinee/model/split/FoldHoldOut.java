package io.matinee.model.split;

/**
 * Holds out one of several folds of about the same size. Each rating is in exactly one of those of
 * one count and salt, chosen by a hash of salt, user and movie: the upper 53 bits, read as a
 * fraction of [0, 1), times the count, rounded down.
 *
 * @param folds how many folds there are, 2 to {@value #MOST}
 * @param fold which of them is held out, from 1
 * @param salt tells independent folds apart
 */
public record FoldHoldOut(int folds, int fold, String salt) implements RatingHoldOut {
  /** How many folds there may be. */
  public static final int MOST = 100;

  /** Refuses a fold that there is not. */
  public FoldHoldOut {
    if (folds < 2 || folds > MOST || fold < 1 || fold > folds) {
      throw new IllegalArgumentException(
          "there is no fold %d of %d; of 2 to %d one is held out".formatted(fold, folds, MOST));
    }
  }

  @Override
  public boolean heldOut(String userId, String movieId, long epochSeconds) {
    return (PairHash.of(salt, userId, movieId) * folds) >>> PairHash.BITS == fold - 1;
  }

  @Override
  public String digest() {
    return RuleDigest.of("fold", Integer.toString(folds), Integer.toString(fold), salt);
  }
}
