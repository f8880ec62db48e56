package io.matinee.trainer.ratings;

/**
 * A request that has been recorded.
 *
 * @param revision the revision that holds its batch
 * @param content the SHA-256 of the request; empty when it is not known
 */
record RecordedRequest(long revision, String content) {
  /** Returns whether a batch of the same id is this one again. */
  boolean is(RatingBatch batch) {
    return content.isEmpty() || content.equals(batch.content());
  }
}
