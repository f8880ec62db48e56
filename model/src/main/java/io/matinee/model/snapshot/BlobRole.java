package io.matinee.model.snapshot;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

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
  RATING("rating"),
  /** The scorer that ranks as a SavedModel in a zip, for other programs. */
  RANKING_SAVED_MODEL("ranking-saved-model"),
  /** The scorer that predicts ratings as a SavedModel in a zip, for other programs. */
  RATING_SAVED_MODEL("rating-saved-model");

  /** What makes up a {@link Snapshot}; the others are read by other programs alone. */
  public static final Set<BlobRole> READ =
      Collections.unmodifiableSet(EnumSet.range(CATALOGUE, RATING));

  private final String blobName;

  BlobRole(String blobName) {
    this.blobName = blobName;
  }

  /** Returns the name of the blob, and of its file. */
  public String blobName() {
    return blobName;
  }
}
