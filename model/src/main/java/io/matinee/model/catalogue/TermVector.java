package io.matinee.model.catalogue;

/**
 * A sparse direction in the fixed space of a catalogue.
 *
 * @param terms the terms that it has, ascending
 * @param weights beside each its weight; all squares add up to 1, or there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost
public record TermVector(int[] terms, float[] weights) {

  /** Returns whether it has no term, and so no direction. */
  public boolean isEmpty() {
    return terms.length == 0;
  }

  /** Returns the cosine of the angle to another, in [0, 1]; 0 when one of them has no direction. */
  public double cosine(TermVector other) {
    double sum = 0;
    int i = 0;
    int j = 0;
    while (i < terms.length && j < other.terms.length) {
      if (terms[i] == other.terms[j]) {
        sum += (double) weights[i++] * other.weights[j++];
      } else if (terms[i] < other.terms[j]) {
        i++;
      } else {
        j++;
      }
    }
    return Math.min(1, sum);
  }
}
