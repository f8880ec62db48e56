package io.matinee.model.scoring;

/**
 * What a network is trained for: ratings. A new user's vector is found with the network held fixed,
 * by at most five Gauss-Newton steps from the vector of nobody in particular.
 *
 * @param link how a score becomes a rating
 * @param regularisation the weight, in the sum of the user's squared errors in squared units of the
 *     rating, of the squared distance from that vector; at least 0
 */
public record NetworkObjective(Link link, double regularisation) implements Objective {
  /** Refuses a negative weight. */
  public NetworkObjective {
    Objective.requireNotNegative("regularisation", regularisation);
  }

  @Override
  public ScorerKind kind() {
    return ScorerKind.NETWORK;
  }

  @Override
  public boolean predictsRatings() {
    return true;
  }
}
