package io.matinee.model.metric.beyond;

import java.util.Arrays;

/** How often each movie is recommended. */
final class RecommendationCounts {
  private final int[] counts;
  private final int distinct;

  private RecommendationCounts(int[] counts) {
    this.counts = counts;
    this.distinct = (int) Arrays.stream(counts).filter(count -> count > 0).count();
  }

  static RecommendationCounts of(int[][] lists) {
    int largest = Arrays.stream(lists).flatMapToInt(Arrays::stream).max().orElse(-1);
    int[] counts = new int[largest + 1];
    for (int[] list : lists) {
      for (int movie : list) {
        counts[movie]++;
      }
    }
    return new RecommendationCounts(counts);
  }

  int of(int movie) {
    return counts[movie];
  }

  int distinct() {
    return distinct;
  }
}
