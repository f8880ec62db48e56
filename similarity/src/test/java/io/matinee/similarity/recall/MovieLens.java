package io.matinee.similarity.recall;

import static org.assertj.core.api.Assertions.fail;

import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingsMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The MovieLens set of 2016, in the folder that MATINEE_DATA names. */
final class MovieLens {
  private static final String SET = "ml-latest-small-2016";

  private MovieLens() {}

  static RatingsMatrix ratings() throws IOException {
    List<String[]> rows = rows("ratings.csv");
    IdDictionary users = IdDictionary.of(rows.stream().map(row -> row[0]).distinct().toList());
    IdDictionary movies = IdDictionary.of(rows.stream().map(row -> row[1]).distinct().toList());
    RatingsMatrix.Builder ratings = RatingsMatrix.builder(users, movies);
    for (String[] row : rows) {
      ratings.add(
          users.indexOf(row[0]),
          movies.indexOf(row[1]),
          Float.parseFloat(row[2]),
          Long.parseLong(row[3]));
    }
    return ratings.build();
  }

  /** Returns the genres of movies by id. */
  static Map<String, Set<String>> genres() throws IOException {
    Map<String, Set<String>> genres = new HashMap<>();
    for (String[] row : rows("movies.csv")) {
      genres.put(row[0], Set.of(row[row.length - 1].split("\\|", -1)));
    }
    return genres;
  }

  private static List<String[]> rows(String name) throws IOException {
    Path file =
        Optional.ofNullable(System.getenv("MATINEE_DATA"))
            .map(folder -> Path.of(folder, SET, name))
            .filter(Files::isRegularFile)
            .orElseGet(() -> fail("MATINEE_DATA names no folder with " + SET + "/" + name));
    return Files.readAllLines(file).stream().skip(1).map(line -> line.split(",", -1)).toList();
  }
}
