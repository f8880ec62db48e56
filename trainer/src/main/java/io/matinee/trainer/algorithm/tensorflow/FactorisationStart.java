package io.matinee.trainer.algorithm.tensorflow;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.BiasModel;
import io.matinee.model.scoring.DampedBiases;

/**
 * Where the training of a factorisation starts: damped biases, brought from rating units to the
 * logit by the slope of the link at the mean rating.
 *
 * @param offset the logit of the mean rating
 * @param slope the change of a prediction, as a share of the scale, by the logit there
 * @param userBias [users], in units of the logit
 * @param movieBias [movies], in units of the logit
 */
record FactorisationStart(float offset, double slope, float[] userBias, float[] movieBias) {

  private static final double MARGIN = .01;

  /** Fits the biases to the examples, whose indices are those of the matrix. */
  static FactorisationStart of(Examples examples, RatingsMatrix matrix, RatingScale scale) {
    RatingsMatrix.Builder training = RatingsMatrix.builder(matrix.users(), matrix.movies());
    for (int index = 0; index < examples.count(); index++) {
      training.add(examples.users()[index], examples.movies()[index], examples.ratings()[index], 0);
    }
    BiasModel baseline = DampedBiases.fit(training.build(), scale);
    double share = (baseline.mean() - scale.minimum()) / scale.range();
    double mean = Math.clamp(share, MARGIN, 1 - MARGIN);
    double slope = mean * (1 - mean);
    return new FactorisationStart(
        (float) Math.log(mean / (1 - mean)),
        slope,
        divided(baseline.userBias(), scale.range() * slope),
        divided(baseline.movieBias(), scale.range() * slope));
  }

  private static float[] divided(float[] values, double divisor) {
    float[] quotients = new float[values.length];
    for (int index = 0; index < values.length; index++) {
      quotients[index] = (float) (values[index] / divisor);
    }
    return quotients;
  }
}
