package io.matinee.trainer.dataset.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes movies, ratings and tags as the csv files of MovieLens. */
final class MovieLensFiles {

  private static final String MOVIES_HEADER = "movieId,title,genres";
  private static final String RATINGS_HEADER = "userId,movieId,rating,timestamp";
  private static final String TAGS_HEADER = "userId,movieId,tag,timestamp";

  private MovieLensFiles() {}

  static void writeMovies(Path file, List<SampleMovie> movies) throws IOException {
    write(
        file,
        MOVIES_HEADER,
        movies.stream()
            .map(
                movie ->
                    "%d,%s,%s"
                        .formatted(
                            movie.id(),
                            quoted("%s (%d)".formatted(movie.title(), movie.year())),
                            String.join("|", movie.genres()))));
  }

  static void writeRatings(Path file, List<SampleRating> ratings) throws IOException {
    write(
        file,
        RATINGS_HEADER,
        ratings.stream()
            .map(
                rating ->
                    String.format(
                        Locale.ROOT,
                        "%d,%d,%.1f,%d",
                        rating.user(),
                        rating.movie().id(),
                        rating.stars(),
                        rating.timestamp())));
  }

  static void writeTags(Path file, List<SampleTag> tags) throws IOException {
    write(
        file,
        TAGS_HEADER,
        tags.stream()
            .map(
                tag ->
                    "%d,%d,%s,%d"
                        .formatted(tag.user(), tag.movie(), quoted(tag.tag()), tag.timestamp())));
  }

  private static void write(Path file, String header, Stream<String> rows) throws IOException {
    Files.writeString(
        file, Stream.concat(Stream.of(header), rows).collect(Collectors.joining("\n", "", "\n")));
  }

  private static String quoted(String cell) {
    boolean plain = cell.indexOf(',') < 0 && cell.indexOf('"') < 0;
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
