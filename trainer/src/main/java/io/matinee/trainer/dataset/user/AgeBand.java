package io.matinee.trainer.dataset.user;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Bands of age, those of MovieLens 1M: its codes are the first years of the bands, but for 1, which
 * stands for all below 18. Ages in years, as in MovieLens 100k, fall into the same bands.
 */
final class AgeBand {
  private static final Pattern YEARS = Pattern.compile("\\d{1,3}(\\.0)?");
  private static final TreeMap<Integer, String> BY_FIRST_YEAR =
      new TreeMap<>(
          Map.of(
              0, "under 18",
              18, "18-24",
              25, "25-34",
              35, "35-44",
              45, "45-49",
              50, "50-55",
              56, "56+"));

  private AgeBand() {}

  /** Returns the band of an age or code, or "" for what is none. */
  static String of(String age) {
    return YEARS.matcher(age).matches()
        ? BY_FIRST_YEAR.floorEntry(Integer.valueOf(age.replaceFirst("\\.0$", ""))).getValue()
        : "";
  }
}
