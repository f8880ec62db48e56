package io.matinee.cli.output;

import java.nio.charset.Charset;

/**
 * Bars of text: of block characters, by eighths of one, where the terminal's charset has them; of
 * "#" where it has not.
 *
 * @param blocks whether there are block characters
 */
public record Bars(boolean blocks) {
  private static final int WIDTH = 30;
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";
  private static final String FULL = "█";
  private static final String MARK = "#";

  /** Returns bars for a terminal of this charset. */
  public static Bars of(Charset charset) {
    return new Bars(charset.canEncode() && charset.newEncoder().canEncode(EIGHTHS + FULL));
  }

  /**
   * Returns a bar of at most 30 characters; empty for nothing, and never empty for something.
   *
   * @param part what the bar shows, from 0 to {@code whole}
   * @param whole what the longest bar shows
   */
  public String bar(double part, double whole) {
    if (part <= 0) {
      return "";
    }
    double share = Math.min(part / whole, 1);
    if (!blocks) {
      return MARK.repeat(Math.max(1, (int) Math.round(share * WIDTH)));
    }
    int eighths = Math.max(1, (int) Math.round(share * WIDTH * EIGHTHS.length()));
    int rest = eighths % EIGHTHS.length();
    String end = rest == 0 ? "" : EIGHTHS.substring(rest, rest + 1);
    return FULL.repeat(eighths / EIGHTHS.length()) + end;
  }
}
