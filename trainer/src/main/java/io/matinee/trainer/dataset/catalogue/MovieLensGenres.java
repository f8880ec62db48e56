package io.matinee.trainer.dataset.catalogue;

import java.util.List;

/** The genres that MovieLens gives to movies. */
public final class MovieLensGenres {
  /** All of them, in the order of the flags of {@code u.item}. */
  public static final List<String> ALL =
      List.of(
          "Action",
          "Adventure",
          "Animation",
          "Children",
          "Comedy",
          "Crime",
          "Documentary",
          "Drama",
          "Fantasy",
          "Film-Noir",
          "Horror",
          "Musical",
          "Mystery",
          "Romance",
          "Sci-Fi",
          "Thriller",
          "War",
          "Western");

  private MovieLensGenres() {}
}
