package io.matinee.trainer.dataset.rating;

import io.matinee.model.source.RatingsForm;
import io.matinee.trainer.dataset.form.Delimiter;
import io.matinee.trainer.dataset.form.RatingsHeader;
import io.matinee.trainer.dataset.form.RatingsLayout;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * A ratings file as somebody may have written it: most of its rows good, in any form, with any line
 * ends, quotes where there can be some, and in two encodings.
 *
 * @param bytes the file
 * @param layout how its rows are written
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WrittenFile(byte[] bytes, RatingsLayout.Delimited layout) {
  private static final List<String> USERS =
      List.of(
          "1",
          "2",
          "3",
          "7",
          "007",
          "1.0",
          "anna",
          "J\u00F6rg",
          "a b",
          "999999999999999999",
          "0",
          "9999999999999999999");
  private static final List<String> RATINGS =
      List.of("4.0", "4", "+3.5", ".5", "5.", "50e-1", "0.35E1", "1.000000000", "02.5");
  private static final List<String> TIMES =
      List.of(
          "978300760",
          "0",
          "978300760.0",
          "978300760.6",
          "2001-02-03",
          "2001-02-03T04:05:06Z",
          "2001-02-04 10:00:00",
          "2001-02-04T10:00:00.250+01:30",
          "4133980799",
          "+12");
  private static final List<String> BAD =
      List.of(
          "",
          "4f",
          "0x1p1",
          "NaN",
          "1e",
          "9",
          "0.7",
          "-5",
          "1260759144000",
          "2001-02-30",
          "\u0664",
          "a\u0001",
          "1_0",
          "Infinity",
          "2001-02-03T24:00",
          "--1",
          "1e400",
          ".");

  /** A file that follows from its seed. */
  static WrittenFile random(SplittableRandom random) {
    Delimiter form = pick(List.of(Delimiter.values()), random);
    List<String> columns = new ArrayList<>(List.of("userId", "movieId", "rating", "timestamp"));
    if (form.quotable()) {
      if (random.nextInt(4) == 0) {
        columns.removeLast();
      }
      if (random.nextInt(3) == 0) {
        columns.add("comment");
      }
      Collections.shuffle(columns, new Random(random.nextLong()));
    }
    String end = pick(List.of("\n", "\n", "\r\n", "\r"), random);
    StringBuilder text = new StringBuilder(random.nextInt(5) == 0 ? "\uFEFF" : "");
    if (random.nextInt(10) == 0) {
      text.append("sep=").append(form.text()).append(end);
    }
    if (form.quotable()) {
      text.append(String.join(form.text(), columns)).append(end);
    }
    int rows = random.nextInt(12);
    for (int row = 0; row < rows; row++) {
      text.append(row(columns, form, end, random)).append(end);
    }
    if (random.nextInt(3) == 0 && rows > 0) {
      text.setLength(text.length() - end.length());
    }
    RatingsHeader header =
        new RatingsHeader(
            columns.size(),
            columns.indexOf("userId"),
            columns.indexOf("movieId"),
            columns.indexOf("rating"),
            columns.indexOf("timestamp"),
            form.quotable());
    RatingsLayout.Delimited layout =
        new RatingsLayout.Delimited(
            RatingsForm.DELIMITED, form, form.quotable(), header, List.of());
    Charset charset =
        random.nextInt(4) == 0 ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
    String written = charset == StandardCharsets.UTF_8 ? text.toString() : plain(text);
    return new WrittenFile(written.getBytes(charset), layout);
  }

  @Override
  public String toString() {
    return layout.delimiter() + ": " + new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String plain(StringBuilder text) {
    return text.toString().replace("\uFEFF", "");
  }

  private static String row(
      List<String> columns, Delimiter form, String end, SplittableRandom random) {
    if (random.nextInt(20) == 0) {
      return pick(List.of("", " ", "1" + form.text() + "2", "\"1,2,3,4", "\"1\"x,2,3,4"), random);
    }
    int bad = random.nextInt(5) == 0 ? random.nextInt(columns.size()) : -1;
    List<String> fields = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      String field =
          column == bad ? pick(BAD, random) : good(columns.get(column), form, end, random);
      fields.add(padded(field, form, random));
    }
    return String.join(form.text(), fields);
  }

  private static String good(String column, Delimiter form, String end, SplittableRandom random) {
    String field =
        switch (column) {
          case "userId" -> pick(USERS, random);
          case "movieId" -> pick(USERS.subList(0, 4), random);
          case "rating" -> pick(RATINGS, random);
          case "timestamp" -> pick(TIMES, random);
          default ->
              pick(List.of("x", "two" + end + "lines", "a\"b", "c" + form.text() + "d"), random);
        };
    boolean special = field.contains("\"") || field.contains(form.text()) || field.contains(end);
    boolean quoted = form.quotable() && (special || random.nextInt(6) == 0);
    return quoted ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }

  private static String padded(String field, Delimiter form, SplittableRandom random) {
    return random.nextInt(15) == 0 && !form.text().equals("\t") ? " " + field + "  " : field;
  }

  private static <T> T pick(List<T> from, SplittableRandom random) {
    return from.get(random.nextInt(from.size()));
  }
}
