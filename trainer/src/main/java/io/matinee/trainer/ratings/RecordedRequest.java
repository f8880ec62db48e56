package io.matinee.trainer.ratings;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.UsedRequestId;

/**
 * A request that has been recorded.
 *
 * @param revision the revision that holds its batch
 * @param digest the digest of the request
 */
record RecordedRequest(long revision, String digest) {
  /**
   * Returns the revision, to a batch of the same id.
   *
   * @throws MatineeException REQUEST_ID_REUSED when it is another batch
   */
  long revisionOf(RatingBatch batch) {
    if (!digest.equals(batch.digest())) {
      throw UsedRequestId.refusal();
    }
    return revision;
  }
}
