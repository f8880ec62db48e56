package io.matinee.trainer.dataset.importing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.source.RatingsForm;
import io.matinee.trainer.dataset.form.Delimiter;
import io.matinee.trainer.dataset.form.RatingsHeader;
import io.matinee.trainer.dataset.form.RatingsLayout;
import io.matinee.trainer.dataset.rating.Oracle;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the oracle says of ratings that are not delimited: written out as rows that are. */
final class PlainRows {
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;
  private static final JsonFactory JSON = new JsonFactory();

  private PlainRows() {}

  /** Returns what a file says; empty where it says it in ways that only the importer knows. */
  static Optional<Oracle> of(byte[] file, RatingsLayout layout, RatingScale scale) {
    return switch (layout) {
      case RatingsLayout.Delimited delimited ->
          Optional.of(Oracle.ofImport(file, delimited, scale));
      case RatingsLayout.Netflix netflix ->
          Optional.of(Oracle.ofImport(netflix(file), fixed(Delimiter.COMMA), scale));
      case RatingsLayout.JsonLines json -> Optional.empty();
      case RatingsLayout.Parquet parquet -> Optional.empty();
    };
  }

  private static RatingsLayout.Delimited fixed(Delimiter delimiter) {
    return new RatingsLayout.Delimited(
        RatingsForm.DELIMITED, delimiter, false, RatingsHeader.FIXED, List.of());
  }

  private static byte[] netflix(byte[] file) {
    String text = new String(file, BYTES);
    String mark = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(0, 3) : "";
    String end = lineEnd(text);
    List<String> rows = new ArrayList<>();
    String movie = "";
    for (String line : text.substring(mark.length()).split(end, -1)) {
      String[] fields = line.split(",", -1);
      String bare = line.replaceAll("^[ \t\r\n]+|[ \t\r\n]+$", "");
      if (fields.length == 1 && bare.endsWith(":")) {
        movie = bare.substring(0, bare.length() - 1);
        rows.add("");
      } else if (fields.length == 3) {
        rows.add(String.join(",", fields[0], movie, fields[1], fields[2]));
      } else {
        rows.add(bare.isEmpty() ? "" : "bad");
      }
    }
    return (mark + String.join(end, rows)).getBytes(BYTES);
  }

  private static String lineEnd(String text) {
    int lf = text.indexOf('\n');
    int cr = text.indexOf('\r');
    return cr >= 0 && (lf < 0 || cr < lf - 1) ? "\r" : "\n";
  }

  /** Whether user and movie of each rating, as "user,movie,rating,time", are in a line of JSON. */
  static boolean saysInJson(byte[] file, List<String> ratings) {
    String text = new String(file, StandardCharsets.UTF_8).replace("\uFEFF", "");
    List<String> said =
        Arrays.stream(text.split(lineEnd(text), -1)).map(PlainRows::valuesOfJson).toList();
    return ratings.stream()
        .allMatch(rating -> said.stream().anyMatch(values -> holds(values, rating)));
  }

  /**
   * Returns all plain values of a line, each on a line of its own; "" for a line that is no JSON.
   */
  private static String valuesOfJson(String line) {
    StringBuilder values = new StringBuilder("\n");
    try (JsonParser parser = JSON.createParser(line)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isScalarValue()) {
          values.append(parser.getText().strip()).append('\n');
        }
      }
      return values.toString();
    } catch (IOException bad) {
      return "";
    }
  }

  private static boolean holds(String values, String rating) {
    List<String> said = values.lines().toList();
    return said.stream()
        .filter(user -> rating.startsWith(user + ","))
        .anyMatch(
            user -> said.stream().anyMatch(movie -> rating.startsWith(user + "," + movie + ",")));
  }
}
