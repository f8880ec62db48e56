package io.matinee.metrics.evaluation;

import io.matinee.metrics.protocol.Slice;

/**
 * What a figure is of.
 *
 * @param metric the metric's name, e.g. "ndcg"
 * @param k the cut-off of list metrics; 0 for rating metrics
 * @param space the space of its distances
 * @param slice the part that it is of
 */
public record FigureName(String metric, int k, FigureSpace space, Slice slice) {
  /** Returns whether it is of everything. */
  public boolean isOfAll() {
    return slice.equals(Slice.ALL);
  }

  /** Returns whether smaller values are better ones: errors of ratings. */
  boolean isError() {
    return k == 0;
  }

  /** Returns whether values of different contestants compare. */
  boolean isComparable() {
    return space != FigureSpace.RANKING;
  }

  /** Returns the name of a figure of predicted ratings. */
  public static FigureName ofRatings(String metric) {
    return new FigureName(metric, 0, FigureSpace.NONE, Slice.ALL);
  }

  /** Returns the name of a figure of lists of up to k movies. */
  public static FigureName ofLists(String metric, int k) {
    return new FigureName(metric, k, FigureSpace.NONE, Slice.ALL);
  }

  /** Returns the name of a figure of the distances in lists of up to k movies. */
  public static FigureName ofDistances(String metric, int k, FigureSpace space) {
    return new FigureName(metric, k, space, Slice.ALL);
  }

  /** Returns the name of the same figure of a part. */
  FigureName of(Slice part) {
    return new FigureName(metric, k, space, part);
  }
}
