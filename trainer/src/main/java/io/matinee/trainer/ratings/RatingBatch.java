package io.matinee.trainer.ratings;

import java.util.List;

/**
 * Ratings that are recorded together or not at all.
 *
 * @param dataset the data set's id
 * @param requestId makes a repeated batch the same
 * @param digest of the request: the same id comes with the same digest alone
 * @param ratings the ratings
 */
public record RatingBatch(
    String dataset, String requestId, String digest, List<LiveRating> ratings) {
  /** What a rating takes beside the characters of its ids: its own objects and theirs. */
  private static final int BYTES_OF_A_RATING = 176;

  private static final int BYTES_OF_A_BATCH = 256;

  /** Copies the ratings. */
  public RatingBatch {
    ratings = List.copyOf(ratings);
  }

  /** About how much memory the batch takes, in bytes; not less than it does. */
  long bytes() {
    long bytes = BYTES_OF_A_BATCH + 2L * (dataset.length() + requestId.length() + digest.length());
    for (LiveRating rating : ratings) {
      bytes += BYTES_OF_A_RATING + 2L * (rating.user().length() + rating.movie().length());
    }
    return bytes;
  }
}
