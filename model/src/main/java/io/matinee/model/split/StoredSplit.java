package io.matinee.model.split;

/**
 * Holds out the ratings of a split that its data set keeps: the same ones, whichever version of the
 * data set is trained on. Of the version's own ratings, those of the same pairs of user and movie
 * are kept from training.
 *
 * @param split the resource name, {@code datasets/{dataset}/splits/{split}}
 * @param digest the digest of the held-out ratings, 64 lower-case hexadecimal digits
 * @param absentCount how many of them are of pairs that the version trained on does not have; 0
 *     before training
 */
public record StoredSplit(String split, String digest, int absentCount) implements HoldOut {

  /** Returns a split before it is trained with. */
  public static StoredSplit of(String split, String digest) {
    return new StoredSplit(split, digest, 0);
  }

  /** Returns the split as it was found beside the version that was trained on. */
  public StoredSplit lacking(int pairs) {
    return new StoredSplit(split, digest, pairs);
  }
}
