package io.matinee.trainer.dataset.description;

import io.matinee.model.ratings.RatingScale;
import java.util.ArrayList;
import java.util.List;

/**
 * How often ratings were given: each by itself while there are at most {@value #MOST_VALUES}
 * different ones, else by {@value #BINS} bins of equal width over the scale, whose last holds its
 * upper end too. Not thread-safe.
 */
final class RatingHistogram {
  private static final int MOST_VALUES = 1_000;
  private static final int BINS = 100;

  private final RatingScale scale;
  private final List<ValueFigures.Frequency> values = new ArrayList<>();
  private final long[] bins = new long[BINS];
  private boolean binned;

  /** An empty histogram of a scale's ratings. */
  RatingHistogram(RatingScale scale) {
    this.scale = scale;
  }

  /** Takes the next rating, which is higher than those before. */
  void add(float rating, long count) {
    double share = ((double) rating - scale.minimum()) / scale.range();
    bins[Math.min((int) (share * BINS), BINS - 1)] += count;
    if (values.size() < MOST_VALUES) {
      values.add(new ValueFigures.Frequency(rating, count));
    } else {
      binned = true;
    }
  }

  /** Returns the width of a bin; 0 where each rating stands for itself. */
  double binWidth() {
    return binned ? (double) scale.range() / BINS : 0;
  }

  /** Returns how often each rating was given, or those of each bin, lowest first. */
  List<ValueFigures.Frequency> frequencies() {
    if (!binned) {
      return List.copyOf(values);
    }
    List<ValueFigures.Frequency> frequencies = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      float end = (float) (scale.minimum() + bin * binWidth());
      frequencies.add(new ValueFigures.Frequency(end, bins[bin]));
    }
    return frequencies;
  }
}
