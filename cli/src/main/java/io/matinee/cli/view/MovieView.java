package io.matinee.cli.view;

import io.matinee.cli.output.PlainText;
import io.matinee.cli.output.Table;
import io.matinee.cli.output.Wording;
import io.matinee.proto.model.v1.Movie;
import io.matinee.proto.serving.v1.RecommendedMovie;
import io.matinee.proto.serving.v1.SeenMovie;
import io.matinee.proto.similarity.v1.SimilarMovie;
import java.util.List;

/** Lists of movies as tables. */
public final class MovieView {
  private MovieView() {}

  /** Recommended movies with rank, predicted rating and how many rated them. */
  public static Table recommended(List<RecommendedMovie> movies) {
    Table table = Table.of(">#", "id", "title", ">year", "genres", ">ratings", ">predicted");
    for (RecommendedMovie recommended : movies) {
      Movie movie = recommended.getMovie();
      table.row(
          Integer.toString(recommended.getRank()),
          movie.getMovieId(),
          Wording.title(movie),
          Wording.year(movie),
          Wording.genres(movie),
          Wording.count(movie.getRatingCount()),
          recommended.hasPredictedRating()
              ? Wording.decimal(recommended.getPredictedRating(), 2)
              : Wording.ABSENT);
    }
    return table;
  }

  /** Movies that a user rated. */
  public static Table seen(List<SeenMovie> movies) {
    Table table = Table.of(">rated", "id", "title", ">year", "genres", ">ratings");
    for (SeenMovie seen : movies) {
      Movie movie = seen.getMovie();
      table.row(
          seen.hasRating() ? Wording.rating(seen.getRating()) : "watched",
          movie.getMovieId(),
          Wording.title(movie),
          Wording.year(movie),
          Wording.genres(movie),
          Wording.count(movie.getRatingCount()));
    }
    return table;
  }

  /** Similar movies with how similar they are. */
  public static Table similar(List<SimilarMovie> movies) {
    Table table = Table.of(">similarity", ">cosine", "id", "title", ">year", "genres", ">ratings");
    for (SimilarMovie similar : movies) {
      Movie movie = similar.getMovie();
      table.row(
          Wording.decimal(similar.getScore(), 3),
          cosine(similar),
          movie.getMovieId(),
          Wording.title(movie),
          Wording.year(movie),
          Wording.genres(movie),
          Wording.count(similar.getSupportCount()));
    }
    return table;
  }

  /** Of the first space: today there is one. */
  private static String cosine(SimilarMovie similar) {
    return similar.getScoresCount() == 0
        ? Wording.ABSENT
        : Wording.decimal(similar.getScores(0).getCosine(), 3);
  }

  /**
   * Returns all that a movie of the full view is called, and who voted: "Ran (1985), originally 乱,
   * 378 votes".
   */
  public static String described(Movie movie) {
    StringBuilder text = new StringBuilder(name(movie));
    if (!movie.getOriginalTitle().isEmpty()) {
      text.append(", originally ").append(PlainText.line(movie.getOriginalTitle()));
    }
    if (movie.getVoteCount() > 0) {
      text.append(", %s votes".formatted(Wording.count(movie.getVoteCount())));
    }
    return text.toString();
  }

  /** Returns a movie in words: "Toy Story (1995)". */
  public static String name(Movie movie) {
    return movie.getYear() == 0
        ? Wording.title(movie)
        : "%s (%d)".formatted(Wording.title(movie), movie.getYear());
  }
}
