package io.matinee.trainer.algorithm.setting;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Guesses which key was meant: the one that takes the fewest insertions, deletions and replacements
 * of characters (Levenshtein 1966), if they are no more than a third of its length.
 */
public final class NearestKey {

  private static final int CHARACTERS_PER_EDIT = 3;
  private static final int LONGEST = 64;

  private NearestKey() {}

  /** Returns the known key that is nearest to a written one, if one is near. */
  public static Optional<String> of(String written, Collection<String> known) {
    return known.stream()
        .filter(key -> edits(written, key) <= key.length() / CHARACTERS_PER_EDIT)
        .min(Comparator.comparingInt(key -> edits(written, key)));
  }

  private static int edits(String from, String to) {
    if (from.length() > LONGEST) {
      return Integer.MAX_VALUE;
    }
    int[] edits = new int[to.length() + 1];
    for (int column = 0; column < edits.length; column++) {
      edits[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int diagonal = edits[0];
      edits[0] = row;
      for (int column = 1; column < edits.length; column++) {
        int replaced = diagonal + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
        diagonal = edits[column];
        edits[column] = Math.min(replaced, 1 + Math.min(edits[column], edits[column - 1]));
      }
    }
    return edits[to.length()];
  }
}
