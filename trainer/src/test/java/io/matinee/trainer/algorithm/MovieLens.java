package io.matinee.trainer.algorithm;

import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.split.Split;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The 2016 set of MovieLens in the folder {@code MATINEE_DATA}, split by the stored lists in {@code
 * MATINEE_REFERENCE} (the folder {@code reference} beside it unless set).
 */
public final class MovieLens {

  private static final String SET = "ml-latest-small-2016";

  private final List<String[]> rows;
  private final IdDictionary users;
  private final IdDictionary movies;

  private MovieLens(List<String[]> rows) {
    this.rows = rows;
    this.users = IdDictionary.of(rows.stream().map(row -> row[0]).toList());
    this.movies = IdDictionary.of(rows.stream().map(row -> row[1]).toList());
  }

  /** Reads the set; an {@link IllegalStateException} says what is missing. */
  public static MovieLens load() {
    Path file = existing(data().resolve(SET).resolve("ratings.csv"));
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      return new MovieLens(fields(lines));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** All ratings, the stored tenth held out. */
  public Split validationTenth() {
    List<String[]> folds = split("folds-2016.csv.gz");
    Sides sides = new Sides(users, movies);
    for (int row = 0; row < rows.size(); row++) {
      sides.add(rows.get(row), Float.parseFloat(rows.get(row)[2]), folds.get(row)[2].equals("1"));
    }
    return sides.split();
  }

  /** The likes alone, one in five of each user's held out; a like is a rating of 5. */
  public Split rankingSplit() {
    Sides sides = new Sides(users, movies);
    for (String[] like : split("ranking-2016.csv.gz")) {
      sides.add(like, 5, like[2].equals("1"));
    }
    return sides.split();
  }

  private static List<String[]> split(String name) {
    Path file = existing(reference().resolve("splits").resolve(name));
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return fields(lines);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<String[]> fields(BufferedReader lines) throws IOException {
    lines.readLine();
    List<String[]> fields = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      fields.add(line.split(",", -1));
    }
    return fields;
  }

  private static Path data() {
    String folder = System.getenv("MATINEE_DATA");
    if (folder == null) {
      throw new IllegalStateException(
          "Set MATINEE_DATA to the folder that holds %s of MovieLens".formatted(SET));
    }
    return Path.of(folder);
  }

  private static Path reference() {
    String folder = System.getenv("MATINEE_REFERENCE");
    return folder == null ? data().toAbsolutePath().resolveSibling("reference") : Path.of(folder);
  }

  private static Path existing(Path file) {
    if (!Files.exists(file)) {
      throw new IllegalStateException("There is no file " + file);
    }
    return file;
  }

  private static final class Sides {

    private final IdDictionary users;
    private final IdDictionary movies;
    private final RatingsMatrix.Builder training;
    private final RatingsMatrix.Builder heldOut;

    Sides(IdDictionary users, IdDictionary movies) {
      this.users = users;
      this.movies = movies;
      this.training = RatingsMatrix.builder(users, movies);
      this.heldOut = RatingsMatrix.builder(users, movies);
    }

    void add(String[] row, float rating, boolean held) {
      (held ? heldOut : training).add(users.indexOf(row[0]), movies.indexOf(row[1]), rating, 0);
    }

    Split split() {
      return new Split(training.build(), heldOut.build());
    }
  }
}
