package io.matinee.model.snapshot;

/** What a blob of a model version is for. */
public enum BlobRole {
  /** The movies, their rating counts and means. */
  CATALOGUE("catalogue"),
  /** The ids of the users. */
  USERS("users"),
  /** The training part of the ratings. */
  SEEN("seen"),
  /** The held-out part of the ratings. */
  HELD_OUT("held-out"),
  /** The scorer that ranks. */
  RANKING("ranking"),
  /** The scorer that predicts ratings. */
  RATING("rating");

  private final String blobName;

  BlobRole(String blobName) {
    this.blobName = blobName;
  }

  /** Returns the name of the blob, and of its file. */
  public String blobName() {
    return blobName;
  }
}
