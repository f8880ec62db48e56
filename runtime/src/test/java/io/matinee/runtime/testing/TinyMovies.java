package io.matinee.runtime.testing;

import io.matinee.model.catalogue.Movie;
import java.util.List;

/** Twenty well-known movies, in the order of their ids. */
final class TinyMovies {
  static final List<Movie> ALL =
      List.of(
          movie("1", "Toy Story", 1995, "Animation", "Children", "Comedy"),
          movie("2", "Jumanji", 1995, "Adventure", "Children"),
          movie("6", "Heat", 1995, "Action", "Crime"),
          movie("32", "Twelve Monkeys", 1995, "Mystery", "Sci-Fi"),
          movie("47", "Seven", 1995, "Crime", "Mystery"),
          movie("50", "The Usual Suspects", 1995, "Crime", "Mystery"),
          movie("110", "Braveheart", 1995, "Action", "Drama"),
          movie("150", "Apollo 13", 1995, "Adventure", "Drama"),
          movie("260", "Star Wars", 1977, "Action", "Adventure", "Sci-Fi"),
          movie("296", "Pulp Fiction", 1994, "Comedy", "Crime", "Drama"),
          movie("318", "The Shawshank Redemption", 1994, "Crime", "Drama"),
          movie("356", "Forrest Gump", 1994, "Comedy", "Drama"),
          movie("364", "The Lion King", 1994, "Animation", "Children"),
          movie("480", "Jurassic Park", 1993, "Action", "Adventure", "Sci-Fi"),
          movie("527", "Schindler's List", 1993, "Drama", "War"),
          movie("588", "Aladdin", 1992, "Animation", "Children"),
          movie("589", "Terminator 2: Judgment Day", 1991, "Action", "Sci-Fi"),
          movie("858", "The Godfather", 1972, "Crime", "Drama"),
          movie("1210", "Return of the Jedi", 1983, "Action", "Adventure", "Sci-Fi"),
          movie("9999", "A Movie Nobody Rated", 2001, "Drama"));

  private TinyMovies() {}

  private static Movie movie(String id, String title, int year, String... genres) {
    return new Movie(id, title, year, List.of(genres), List.of(), "", "", "");
  }
}
