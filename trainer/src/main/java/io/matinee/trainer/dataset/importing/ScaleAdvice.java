package io.matinee.trainer.dataset.importing;

import io.matinee.model.ratings.RatingScale;
import io.matinee.trainer.dataset.rating.RatingFindings;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How an import with too many bad rows can go well.
 *
 * @param scale the scale that would hold all ratings, as {@code --scale} takes it; "" where that is
 *     not what is wrong
 * @param inWords what to do
 */
record ScaleAdvice(String scale, String inWords) {
  private static final String OTHER =
      "mend the file, or raise options.maximum_rejected_share (--max-rejected-share)";

  /** The advice where it is not about a scale. */
  static final ScaleAdvice NONE = new ScaleAdvice("", OTHER);

  /** The advice after some rows were rejected, for their ratings or otherwise. */
  static ScaleAdvice of(RatingFindings findings, long rejected) {
    Optional<RatingScale> holding =
        2 * findings.offScale() > rejected ? findings.holdingAll() : Optional.empty();
    if (holding.isEmpty()) {
      return NONE;
    }
    RatingScale scale = holding.get();
    String text =
        number(scale.minimum()) + ":" + number(scale.maximum()) + ":" + number(scale.step());
    String words =
        "the scale %s holds all ratings: set options.scale (--scale %s)"
            .formatted(scale.inWords(), text);
    return new ScaleAdvice(text, findings.isScaleWrong() ? words : words + ", or " + OTHER);
  }

  private static String number(float value) {
    return new BigDecimal(Float.toString(value)).stripTrailingZeros().toPlainString();
  }
}
