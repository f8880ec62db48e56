package io.matinee.trainer.ratings;

/**
 * A request that has been recorded.
 *
 * @param revision the revision that holds its batch
 * @param digest the digest of the request
 */
record RecordedRequest(long revision, String digest) {
  /** Returns whether a batch of the same id is this one again. */
  boolean is(RatingBatch batch) {
    return digest.equals(batch.digest());
  }
}
