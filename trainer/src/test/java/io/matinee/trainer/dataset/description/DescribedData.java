package io.matinee.trainer.dataset.description;

import io.matinee.model.ratings.RatingScale;
import io.matinee.trainer.dataset.counting.CountsOfParquet;
import io.matinee.trainer.query.QueryEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * Ratings and their catalogue, to describe.
 *
 * @param scale the scale
 * @param ratings the ratings
 * @param movies the catalogue
 */
record DescribedData(RatingScale scale, List<Rated> ratings, List<Catalogued> movies) {
  /** A rating, whose time or, of a watch, value may be absent. */
  record Rated(String user, String movie, @Nullable Float rating, @Nullable Long time) {
    /** The value of one that is no watch. */
    double value() {
      return Objects.requireNonNull(rating);
    }
  }

  /** A movie of the catalogue. */
  record Catalogued(String id, String title, @Nullable Integer year, List<String> genres) {}

  /** Ratings by chance, of users and movies that differ much in how many they have. */
  static DescribedData random(RatingScale scale, int size, long seed) {
    Random random = new Random(seed);
    List<Rated> ratings = new ArrayList<>();
    Set<List<Integer>> pairs = new HashSet<>();
    while (ratings.size() < size) {
      int user = skewed(random, size);
      int movie = skewed(random, size);
      if (pairs.add(List.of(user, movie))) {
        long time = 1_000_000_000L + random.nextInt(200_000_000);
        ratings.add(new Rated("" + user, "" + movie, rating(scale, random), time));
      }
    }
    List<Catalogued> movies = new ArrayList<>();
    for (int movie = 0; movie < size; movie++) {
      movies.add(catalogued("" + movie, random));
    }
    return new DescribedData(scale, ratings, movies);
  }

  DescribedData withRatings(List<Rated> others) {
    return new DescribedData(scale, others, movies);
  }

  DescribedData withMovies(List<Catalogued> others) {
    return new DescribedData(scale, ratings, others);
  }

  /** The same with ratings of so different sizes that the order of a sum changes its last bits. */
  DescribedData ofManySizes() {
    List<Rated> others = new ArrayList<>();
    for (Rated rated : ratings) {
      float smaller = Math.scalb((float) rated.value(), -(others.size() % 50));
      others.add(new Rated(rated.user(), rated.movie(), smaller, rated.time()));
    }
    return withRatings(others);
  }

  DescribedData shuffled(long seed) {
    List<Rated> others = new ArrayList<>(ratings);
    Collections.shuffle(others, new Random(seed));
    return withRatings(others);
  }

  /** Describes them, ids being of an SQL type. */
  DatasetDescription described(Path folder, String idType) throws SQLException, IOException {
    Path rated = Files.createTempFile(folder, "ratings", ".parquet");
    Path catalogue = Files.createTempFile(folder, "catalogue", ".parquet");
    try (QueryEngine engine = QueryEngine.open(folder, 256)) {
      engine.run(
          "CREATE TABLE rated (user_id VARCHAR, movie_id VARCHAR, rating FLOAT, timestamp BIGINT)");
      engine.append("rated", this::appendRatings);
      engine.run(
          """
          CREATE TABLE movies (movie_id VARCHAR, title VARCHAR, year INTEGER, genres VARCHAR,
            imdb_id VARCHAR, tmdb_id VARCHAR)
          """);
      engine.append("movies", this::appendMovies);
      engine.run(
          """
          COPY (SELECT user_id::%1$s AS user_id, movie_id::%1$s AS movie_id, rating, timestamp
              FROM rated) TO %2$s (FORMAT parquet)
          """
              .formatted(idType, QueryEngine.literal(rated)));
      engine.run("COPY movies TO %s (FORMAT parquet)".formatted(QueryEngine.literal(catalogue)));
      return new DatasetDescriber(engine, new CountsOfParquet(rated), catalogue, scale).describe();
    }
  }

  private void appendRatings(DuckDBAppender appender) throws SQLException {
    for (Rated rated : ratings) {
      appender.beginRow();
      appender.append(rated.user());
      appender.append(rated.movie());
      if (rated.rating() == null) {
        appender.appendNull();
      } else {
        appender.append(rated.rating().floatValue());
      }
      if (rated.time() == null) {
        appender.appendNull();
      } else {
        appender.append(rated.time().longValue());
      }
      appender.endRow();
    }
  }

  private void appendMovies(DuckDBAppender appender) throws SQLException {
    for (Catalogued movie : movies) {
      appender.beginRow();
      appender.append(movie.id());
      appender.append(movie.title());
      if (movie.year() == null) {
        appender.appendNull();
      } else {
        appender.append(movie.year().intValue());
      }
      appender.append(String.join("|", movie.genres()));
      appender.append("");
      appender.append("");
      appender.endRow();
    }
  }

  private static int skewed(Random random, int size) {
    double share = random.nextDouble();
    return (int) (share * share * share * size);
  }

  private static float rating(RatingScale scale, Random random) {
    return scale.continuous()
        ? scale.minimum() + random.nextFloat() * scale.range()
        : scale.minimum()
            + scale.step() * random.nextInt(Math.round(scale.range() / scale.step()) + 1);
  }

  private static Catalogued catalogued(String id, Random random) {
    List<String> genres = new ArrayList<>(List.of("Comedy", "Drama", "Western"));
    genres.removeIf(genre -> random.nextBoolean());
    return new Catalogued(
        id,
        random.nextInt(5) == 0 ? "" : "Movie " + id,
        random.nextInt(5) == 0 ? null : 1990 + random.nextInt(20),
        genres);
  }
}
