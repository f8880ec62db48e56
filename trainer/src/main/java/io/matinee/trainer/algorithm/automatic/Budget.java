package io.matinee.trainer.algorithm.automatic;

import java.util.ArrayList;
import java.util.List;

/**
 * The time that trying may take, reckoned from the operations of each training: a clock would let
 * the machine's other work choose the ranker.
 *
 * @param seconds the budget
 * @param size of the likes
 */
record Budget(double seconds, WorkSize size) {

  private static final int MOST_ROUNDS = 5;

  /** What a core of 2020 does, seen on trainings of MovieLens sets. */
  private static final double OPERATIONS_PER_SECOND = 2e9;

  private static final double DIMENSIONS = 64;
  private static final double ITERATIONS = 10;

  /** Products of a row's likes with vectors in a half-step. */
  private static final double PRODUCTS = 4;

  /** Returns how many rounds of what is affordable there are, at least one. */
  int rounds(List<Contender> contenders) {
    double round = affordable(contenders).stream().mapToDouble(this::reckoned).sum();
    return (int) Math.clamp(seconds / Math.max(round, Double.MIN_NORMAL), 1, MOST_ROUNDS);
  }

  /** Returns as many of the first as fit into the budget; the first of all in any case. */
  List<Contender> affordable(List<Contender> contenders) {
    List<Contender> affordable = new ArrayList<>();
    double spent = 0;
    for (Contender contender : contenders) {
      double cost = reckoned(contender);
      if (affordable.isEmpty() || spent + cost <= seconds) {
        affordable.add(contender);
        spent += cost;
      }
    }
    return affordable;
  }

  /** Returns the seconds that one training takes. */
  private double reckoned(Contender contender) {
    double operations =
        switch (contender.algorithm().description().id()) {
          case "als" -> alternating();
          case "ease" -> inversion();
          case "item-neighbours" -> size.coLikes() + size.movies() * size.movies();
          default -> size.likes() + size.movies();
        };
    return operations / OPERATIONS_PER_SECOND;
  }

  /** The products of each side's likes, forth and back, and the turning of each row. */
  private double alternating() {
    double rows = Math.min(size.users() + size.movies(), 2 * size.likes());
    return ITERATIONS * DIMENSIONS * (2 * 2 * PRODUCTS * size.likes() + 2 * rows * DIMENSIONS);
  }

  /** Two fits: the smaller side inverted, and all its columns gone through. */
  private double inversion() {
    double side = Math.min(size.users(), size.movies());
    return 2 * (side * side * side + size.movies() * (size.likes() + 8 * size.movies()));
  }
}
