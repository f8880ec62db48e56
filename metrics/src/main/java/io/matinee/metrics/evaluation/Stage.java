package io.matinee.metrics.evaluation;

import java.util.Locale;

/** What an evaluation is doing, in this order. */
public enum Stage {
  /** Fetching and opening the version's blobs. */
  LOADING,
  /** Making lists and predictions, and judging them. */
  SCORING,
  /** Resampling users for the intervals. */
  INTERVALS,
  /** Attaching the result to the version, and storing it. */
  ATTACHING;

  /** Returns the stage as callers see it, e.g. "scoring". */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
