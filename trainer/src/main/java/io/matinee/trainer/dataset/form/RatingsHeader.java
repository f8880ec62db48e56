package io.matinee.trainer.dataset.form;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Where the fields of a ratings file stand.
 *
 * @param fields how many fields a row has
 * @param user the position of the user's id, from 0
 * @param movie the position of the movie's id
 * @param rating the position of the rating
 * @param timestamp the position of the time, in seconds since 1970; -1 for none
 * @param present whether the file's first line is a header
 */
public record RatingsHeader(
    int fields, int user, int movie, int rating, int timestamp, boolean present) {

  /** The fields of forms without a header. */
  public static final RatingsHeader FIXED = new RatingsHeader(4, 0, 1, 2, 3, false);

  /** Whether a line names the fields that a csv of ratings must have. */
  public static boolean looksLikeHeader(String line) {
    List<String> names = names(line);
    return names.contains("userid") && names.contains("movieid") && names.contains("rating");
  }

  /** The fields that a header line names; it must look like one. */
  public static RatingsHeader parse(String line) {
    List<String> names = names(line);
    return new RatingsHeader(
        names.size(),
        names.indexOf("userid"),
        names.indexOf("movieid"),
        names.indexOf("rating"),
        names.indexOf("timestamp"),
        true);
  }

  private static List<String> names(String line) {
    return Arrays.stream(line.split(",", -1))
        .map(name -> name.replaceAll("[\"_\\s]", "").toLowerCase(Locale.ROOT))
        .toList();
  }
}
