package io.matinee.serving.catalogue;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Folds texts so that titles compare equal whoever writes them: case, accents, ligatures and the
 * sharp s of letters that have a plain form. Letters of other scripts stay.
 */
final class FoldedText {
  private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");
  private static final int LONGEST_FOLDING = 4;
  private static final int FIRST_BEYOND_ASCII = 128;

  private FoldedText() {}

  /** Returns a text folded, e.g. {@code aeon flux} for {@code Æon Flux}. */
  static String of(String text) {
    if (text.chars().allMatch(character -> character < FIRST_BEYOND_ASCII)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String bare = ACCENTS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    return Normalizer.normalize(ascii(bare.replace('ς', 'σ')), Normalizer.Form.NFC);
  }

  private static String ascii(String text) {
    char[] from = text.toCharArray();
    char[] folded = new char[from.length * LONGEST_FOLDING];
    return new String(folded, 0, ASCIIFoldingFilter.foldToASCII(from, 0, folded, 0, from.length));
  }
}
