package io.matinee.bench;

import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingsMatrix;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** The 2016 MovieLens ratings under the stored splits that other libraries were measured on. */
final class MovieLensSplits {
  /** A rating and its zero-based data row. */
  record Row(int row, String user, String movie, float rating, long epochSeconds) {
    String cell() {
      return user + ' ' + movie;
    }
  }

  private final List<Row> rows;
  private final IdDictionary users;
  private final IdDictionary movies;
  private final Path reference;

  private MovieLensSplits(List<Row> rows, Path reference) {
    this.rows = rows;
    this.reference = reference;
    this.users = IdDictionary.of(rows.stream().map(Row::user).distinct().toList());
    this.movies = IdDictionary.of(rows.stream().map(Row::movie).distinct().toList());
  }

  static MovieLensSplits read(Workplace workplace) throws IOException {
    List<String> lines = Files.readAllLines(workplace.movieLens().resolve("ratings.csv"));
    List<Row> rows = new ArrayList<>(lines.size());
    for (int i = 1; i < lines.size(); i++) {
      String[] fields = lines.get(i).strip().split(",", -1);
      rows.add(
          new Row(
              i - 1, fields[0], fields[1], Float.parseFloat(fields[2]), Long.parseLong(fields[3])));
    }
    return new MovieLensSplits(rows, workplace.reference());
  }

  /** All ratings. */
  RatingsMatrix all() {
    return matrix(row -> true);
  }

  /** Returns the rows outside (or inside) the notebooks' ten per cent of validation rows. */
  RatingsMatrix tenth(boolean validation) throws IOException {
    Set<Integer> held = new HashSet<>();
    for (String line : zipped("folds-2016.csv.gz")) {
      String[] fields = line.split(",", -1);
      if (fields[2].equals("1")) {
        held.add(Integer.valueOf(fields[0]));
      }
    }
    return matrix(row -> held.contains(row.row()) == validation);
  }

  /** Returns the positive ratings of the ranking split: its training or its test part. */
  RatingsMatrix ranking(boolean test) throws IOException {
    Set<String> cells = new HashSet<>();
    for (String line : zipped("ranking-2016.csv.gz")) {
      String[] fields = line.split(",", -1);
      if (fields[2].equals(test ? "1" : "0")) {
        cells.add(fields[0] + ' ' + fields[1]);
      }
    }
    return matrix(row -> cells.contains(row.cell()));
  }

  private RatingsMatrix matrix(Predicate<Row> chosen) {
    RatingsMatrix.Builder builder = RatingsMatrix.builder(users, movies);
    for (Row row : rows) {
      if (chosen.test(row)) {
        builder.add(
            users.indexOf(row.user()),
            movies.indexOf(row.movie()),
            row.rating(),
            row.epochSeconds());
      }
    }
    return builder.build();
  }

  private List<String> zipped(String file) throws IOException {
    Path path = reference.resolve("splits").resolve(file);
    if (!Files.isRegularFile(path)) {
      throw new IOException(
          "no stored split " + path + "; set MATINEE_REFERENCE to the folder with splits/");
    }
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(String::strip).toList();
    }
  }
}
