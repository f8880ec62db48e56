package io.matinee.trainer.dataset.user;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Occupations: the codes of MovieLens 1M as its README names them, and the words of others. */
final class Occupations {
  private static final Pattern CODE = Pattern.compile("\\d{1,2}");
  private static final List<String> BY_CODE =
      List.of(
          "other",
          "academic/educator",
          "artist",
          "clerical/admin",
          "college/grad student",
          "customer service",
          "doctor/health care",
          "executive/managerial",
          "farmer",
          "homemaker",
          "K-12 student",
          "lawyer",
          "programmer",
          "retired",
          "sales/marketing",
          "scientist",
          "self-employed",
          "technician/engineer",
          "tradesman/craftsman",
          "unemployed",
          "writer");

  private Occupations() {}

  /** Returns an occupation in words, or "" for a code that is none. */
  static String of(String given) {
    if (!CODE.matcher(given).matches()) {
      return given.toLowerCase(Locale.ROOT);
    }
    int code = Integer.parseInt(given);
    return code < BY_CODE.size() ? BY_CODE.get(code) : "";
  }
}
