package io.matinee.model.scoring;

/**
 * What weights between movies are fitted to: likes, from other likes of the same user.
 *
 * @param likedFrom the least rating that is a like, finite
 */
public record NeighbourObjective(double likedFrom) implements Objective {
  /** Refuses a rating that is not finite. */
  public NeighbourObjective {
    Objective.requireFinite("likedFrom", likedFrom);
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
