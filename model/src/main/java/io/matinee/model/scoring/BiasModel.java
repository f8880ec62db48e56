package io.matinee.model.scoring;

import io.matinee.model.ratings.RatingScale;

/**
 * A trained model of biases alone on the heap: score(u, m) = mean + bias(u) + bias(m).
 *
 * @param movieBias [movies]
 * @param userBias [users], or empty when every user has the same state
 * @param mean added to every score
 * @param scale the scale of the ratings
 * @param objective what it was fitted to
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
public record BiasModel(
    float[] movieBias, float[] userBias, float mean, RatingScale scale, BiasObjective objective)
    implements ScorerModel {

  @Override
  public int movieCount() {
    return movieBias.length;
  }

  @Override
  public int userCount() {
    return userBias.length;
  }

  @Override
  public boolean isFinite() {
    return Float.isFinite(mean) && Numbers.areFinite(movieBias) && Numbers.areFinite(userBias);
  }
}
