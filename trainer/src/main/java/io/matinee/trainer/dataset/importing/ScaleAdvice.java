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
  private static final String MEND = "mend the file";
  private static final String MEND_TIMES =
      "mend the times, or leave those of delimited text out in options.columns"
          + " (--columns user,movie,rating,- in the file's order)";
  private static final String MEND_COLUMNS =
      "ratings beyond 1,000,000 look like times or ids: say what each column is in"
          + " options.columns (--columns), or mend the file";
  private static final String RAISE =
      ", or raise options.maximum_rejected_share (--max-rejected-share)";

  /** Returns the advice after some of the rows that describe movies were rejected. */
  static ScaleAdvice ofCatalogue(long rejected, long rows) {
    return new ScaleAdvice("", other(MEND, rejected, rows));
  }

  /** Returns the advice after some of the rows were rejected, for their ratings or otherwise. */
  static ScaleAdvice of(RatingFindings findings, long rejected, long rows) {
    String other = other(2 * findings.badTimes() > rejected ? MEND_TIMES : MEND, rejected, rows);
    if (2 * findings.offScale() <= rejected) {
      return new ScaleAdvice("", other);
    }
    Optional<RatingScale> holding = findings.holdingAll();
    if (holding.isEmpty()) {
      return new ScaleAdvice("", other(MEND_COLUMNS, rejected, rows));
    }
    RatingScale scale = holding.get();
    String text =
        number(scale.minimum()) + ":" + number(scale.maximum()) + ":" + number(scale.step());
    String words =
        "the scale %s holds all ratings: set options.scale (--scale %s)"
            .formatted(scale.inWords(), text);
    return new ScaleAdvice(text, findings.isScaleWrong() ? words : words + ", or " + other);
  }

  /** No share lets an import without a good row go well. */
  private static String other(String mend, long rejected, long rows) {
    return rejected < rows ? mend + RAISE : mend;
  }

  private static String number(float value) {
    return new BigDecimal(Float.toString(value)).stripTrailingZeros().toPlainString();
  }
}
