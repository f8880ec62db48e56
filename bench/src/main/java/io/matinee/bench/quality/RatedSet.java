package io.matinee.bench.quality;

import io.matinee.bench.Workplace;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.trainer.dataset.sample.BundledSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A data set in the form of MovieLens.
 *
 * @param name what figures call it
 * @param ratings all of them; movies that nobody rated are left out
 * @param genres [movies], the genres of each
 */
record RatedSet(String name, RatingsMatrix ratings, List<Set<String>> genres) {
  static final RatingScale SCALE = RatingScale.MOVIELENS_HALF_STARS;

  /**
   * Reads the sets of 2016 and of 2018.
   *
   * @throws IOException when one is not there
   */
  static List<RatedSet> movieLens(Workplace workplace) throws IOException {
    workplace.movieLens();
    return List.of(
        read("2016", workplace.data().resolve(Workplace.MOVIELENS)),
        read("2018", workplace.data().resolve("ml-latest-small-2018")));
  }

  /** Writes and reads the sample that Matinee brings along. */
  static RatedSet sample(Workplace workplace) throws IOException {
    Path folder = workplace.scratch().resolve("sample");
    BundledSample.writeTo(folder);
    return read("sample", folder);
  }

  private static RatedSet read(String name, Path folder) throws IOException {
    List<String[]> rows =
        Files.readAllLines(folder.resolve("ratings.csv")).stream()
            .skip(1)
            .map(line -> line.strip().split(",", -1))
            .toList();
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
    Map<String, Set<String>> genres = genres(folder.resolve("movies.csv"));
    return new RatedSet(
        name,
        ratings.build(),
        movies.ids().stream().map(id -> genres.getOrDefault(id, Set.of())).toList());
  }

  /** Genres are the last field, and hold no comma. */
  private static Map<String, Set<String>> genres(Path file) throws IOException {
    Map<String, Set<String>> genres = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] words = line.strip().substring(line.lastIndexOf(',') + 1).split("\\|", -1);
      genres.put(line.substring(0, line.indexOf(',')), Set.copyOf(Arrays.asList(words)));
    }
    return genres;
  }
}
