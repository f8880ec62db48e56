package io.matinee.trainer.dataset.sample;

import java.util.Set;

/**
 * A kind of viewer: the genres, themes and years that such a viewer looks for. A user is a mix of a
 * few, so that users who share one also share movies.
 */
enum Persona {
  THRILL_SEEKER(
      Set.of("Action", "Thriller", "Adventure"),
      Set.of("heist", "police", "terrorism", "spy", "cars", "assassin", "mission", "gangsters"),
      2000),
  STARGAZER(
      Set.of("Sci-Fi", "Adventure"),
      Set.of("space", "aliens", "robots", "time-travel", "dystopia", "artificial-intelligence"),
      1995),
  DETECTIVE(
      Set.of("Crime", "Mystery", "Film-Noir", "Thriller"),
      Set.of("detective", "serial-killer", "murder", "noir", "mafia", "gangsters", "con-artists"),
      1985),
  ROMANTIC(
      Set.of("Romance", "Musical", "Comedy"),
      Set.of("love", "wedding", "dance", "marriage", "paris", "sisters", "literature"),
      1998),
  FAMILY(
      Set.of("Children", "Animation", "Fantasy"),
      Set.of("princess", "animals", "toys", "magic", "fairy-tale", "family", "christmas"),
      2001),
  JOKER(
      Set.of("Comedy"),
      Set.of("absurd", "parody", "high-school", "satire", "screwball", "slapstick", "road-trip"),
      1997),
  CINEPHILE(
      Set.of("Drama", "Documentary"),
      Set.of("memory", "loneliness", "mortality", "identity", "madness", "film-making", "art"),
      1975),
  CLASSICIST(
      Set.of("Film-Noir", "Western", "Musical", "War"),
      Set.of("outlaws", "epic", "journalism", "screwball", "courtroom", "world-war-ii", "noir"),
      1952),
  HISTORIAN(
      Set.of("War", "Drama"),
      Set.of("world-war-ii", "biography", "history", "holocaust", "politics", "vietnam", "racism"),
      1992),
  NIGHT_OWL(
      Set.of("Horror", "Mystery"),
      Set.of("ghosts", "monsters", "zombies", "vampires", "demons", "haunted-house", "devil"),
      1990),
  HERO_FAN(
      Set.of("Action", "Fantasy", "Sci-Fi"),
      Set.of("superhero", "magic", "swords", "epic", "pirates", "dragons", "monsters"),
      2011),
  TRAVELLER(
      Set.of("Drama", "Animation"),
      Set.of("japan", "samurai", "india", "coming-of-age", "poverty", "road-trip", "childhood"),
      1996);

  private static final double YEARS_OF_INTEREST = 22;

  private final Set<String> genres;
  private final Set<String> themes;
  private final int favouriteYear;

  Persona(Set<String> genres, Set<String> themes, int favouriteYear) {
    this.genres = genres;
    this.themes = themes;
    this.favouriteYear = favouriteYear;
  }

  /**
   * How much such a viewer looks for a movie: the share of its genres that fit (0 to 1), twice the
   * share of its themes (0 to 2), and how near it lies to the favourite years (0 to 1).
   */
  double affinity(SampleMovie movie) {
    double genreShare =
        share(movie.genres().stream().filter(genres::contains).count(), movie.genres().size());
    double themeShare =
        share(movie.themes().stream().filter(themes::contains).count(), movie.themes().size());
    double distance = (movie.year() - favouriteYear) / YEARS_OF_INTEREST;
    return genreShare + 2 * themeShare + StrictMath.exp(-distance * distance);
  }

  private static double share(long part, int whole) {
    return (double) part / whole;
  }
}
