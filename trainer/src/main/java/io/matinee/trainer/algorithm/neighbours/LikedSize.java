package io.matinee.trainer.algorithm.neighbours;

/**
 * How much a {@link LikedPart} holds.
 *
 * @param users who like something
 * @param movies that somebody likes
 * @param likes of these users, of these movies
 */
record LikedSize(int users, int movies, long likes) {

  /** Returns the bytes that such a part takes at most, while it is made too. */
  long bytes() {
    return (2 * likes + users + 2L * movies) * Integer.BYTES;
  }
}
