package io.matinee.model.metric.beyond;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * How often each movie is recommended, counted list by list: of the lists themselves nothing is
 * kept. Lists may be added by many threads; the rest is for afterwards.
 */
public final class RecommendationCounts {
  /** [movies], the lists that have it. */
  private final AtomicIntegerArray counts;

  /** [movies], a user whose list has it: the only one where there is one. */
  private final int[] recommendedTo;

  /** [users], whether a list was added. */
  private final boolean[] listed;

  /** Counts nothing yet. */
  public RecommendationCounts(int userCount, int movieCount) {
    this.counts = new AtomicIntegerArray(movieCount);
    this.recommendedTo = new int[movieCount];
    this.listed = new boolean[userCount];
  }

  /** Adds the one list of a user: indices of distinct movies. */
  public void add(int user, int[] list) {
    listed[user] = true;
    for (int movie : list) {
      counts.incrementAndGet(movie);
      recommendedTo[movie] = user;
    }
  }

  /** How many movies are in any list. */
  int distinct() {
    int distinct = 0;
    for (int movie = 0; movie < counts.length(); movie++) {
      distinct += counts.get(movie) > 0 ? 1 : 0;
    }
    return distinct;
  }

  /** For each list, in the order of users, how many movies are in no other. */
  int[] inNoOther() {
    int[] ofUser = new int[listed.length];
    for (int movie = 0; movie < counts.length(); movie++) {
      if (counts.get(movie) == 1) {
        ofUser[recommendedTo[movie]]++;
      }
    }
    int lists = 0;
    for (int user = 0; user < listed.length; user++) {
      if (listed[user]) {
        ofUser[lists++] = ofUser[user];
      }
    }
    return Arrays.copyOf(ofUser, lists);
  }
}
