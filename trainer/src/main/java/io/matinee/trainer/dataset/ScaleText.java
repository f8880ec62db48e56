package io.matinee.trainer.dataset;

import io.matinee.model.ratings.RatingScale;
import java.math.BigDecimal;

/** A rating scale in words. */
public final class ScaleText {

  private ScaleText() {}

  /** E.g. "0.5 to 5 by 0.5". */
  public static String of(RatingScale scale) {
    return "%s to %s by %s"
        .formatted(number(scale.minimum()), number(scale.maximum()), number(scale.step()));
  }

  private static String number(float value) {
    return new BigDecimal(Float.toString(value)).stripTrailingZeros().toPlainString();
  }
}
