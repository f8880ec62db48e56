package io.matinee.trainer.dataset;

import io.matinee.model.ratings.RatingScale;
import java.math.BigDecimal;

/** A rating scale in words. */
public final class ScaleText {

  private ScaleText() {}

  /** E.g. "0.5 to 5 by 0.5", or "0 to 1" for a continuous scale. */
  public static String of(RatingScale scale) {
    String bounds = number(scale.minimum()) + " to " + number(scale.maximum());
    return scale.step() == 0 ? bounds : bounds + " by " + number(scale.step());
  }

  private static String number(float value) {
    return new BigDecimal(Float.toString(value)).stripTrailingZeros().toPlainString();
  }
}
