package io.matinee.model.scoring;

/**
 * What weights between movies are fitted to: likes, from other likes of the same user.
 *
 * @param likedFrom the least rating that is a like; 0 takes every rating
 */
public record NeighbourObjective(double likedFrom) implements Objective {
  /** Refuses a negative rating. */
  public NeighbourObjective {
    Objective.requireNotNegative("likedFrom", likedFrom);
  }

  @Override
  public ScorerKind kind() {
    return ScorerKind.NEIGHBOURS;
  }

  @Override
  public boolean predictsRatings() {
    return false;
  }
}
