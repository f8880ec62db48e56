package io.matinee.trainer.dataset.counting;

import io.matinee.model.ratings.RatingScale;
import java.util.Locale;

/**
 * Sums of ratings as whole numbers, which are the same in whatever order threads add: those of
 * floating-point numbers are not. A unit is a power of two, so that the ratings of a grid like half
 * stars lose nothing, and others less than a millionth of a millionth of the scale's greater end.
 *
 * @param unit units in a rating of 1
 * @param squareUnit units in a square of 1
 */
public record FixedPoint(double unit, double squareUnit) {
  private static final int BITS = 40;
  private static final int SQUARE_BITS = 60;

  /**
   * Returns the units in which sums over a scale's ratings, any number of them, do not overflow.
   */
  public static FixedPoint of(RatingScale scale) {
    int exponent =
        Math.getExponent(Math.max(Math.abs(scale.minimum()), Math.abs(scale.maximum()))) + 1;
    return new FixedPoint(
        Math.scalb(1.0, BITS - exponent), Math.scalb(1.0, SQUARE_BITS - 2 * exponent));
  }

  /** Returns a rating in units, as the sums in SQL round it. */
  long whole(float rating) {
    return (long) Math.rint(rating * unit);
  }

  /** Returns the square of a rating in square units, as the sums in SQL round it. */
  long wholeSquare(float rating) {
    return (long) Math.rint((double) rating * rating * squareUnit);
  }

  /** Returns the sum of a group's ratings in SQL, in units. */
  String sum() {
    return "sum((rating::DOUBLE * %s)::BIGINT)".formatted(literal(unit));
  }

  /** Returns the sum of the squares of a group's ratings in SQL, in square units. */
  String squares() {
    return "sum((rating::DOUBLE * rating::DOUBLE * %s)::BIGINT)".formatted(literal(squareUnit));
  }

  /** Returns a sum of units in SQL as a number. */
  public String number(String sum) {
    return "(%s)::DOUBLE / %s".formatted(sum, literal(unit));
  }

  /** Returns a sum of square units in SQL as a number. */
  public String squareNumber(String sum) {
    return "(%s)::DOUBLE / %s".formatted(sum, literal(squareUnit));
  }

  private static String literal(double power) {
    return String.format(Locale.ROOT, "'%s'::DOUBLE", power);
  }
}
