package io.matinee.serving.recommend;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.RatedMovies;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.runtime.error.Excerpt;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.OffScale;
import io.matinee.runtime.error.Reason;
import io.matinee.serving.catalogue.Lookup;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds out what is known of a user: trained ratings, ratings in the request, both or neither. */
final class TasteReader {
  private final RatingsMatrix seen;
  private final Lookup lookup;
  private final RatingScale scale;

  private TasteReader(RatingsMatrix seen, Lookup lookup, RatingScale scale) {
    this.seen = seen;
    this.lookup = lookup;
    this.scale = scale;
  }

  static TasteReader of(Snapshot snapshot, Lookup lookup) {
    return new TasteReader(snapshot.seen(), lookup, snapshot.manifest().scale());
  }

  /**
   * Returns the taste of a user. A user without a rating in the training part is unknown.
   *
   * @param userId the user's id; empty for somebody who only brings ratings
   * @param given the ratings of the request; they win over trained ratings of the same movies
   * @throws MatineeException when a given rating names no movie, repeats one, or is not on the
   *     scale
   */
  Taste read(String userId, List<GivenRating> given) {
    int user = lookup.findUser(userId);
    if (given.isEmpty()) {
      return user < 0 ? new Taste.Unknown() : new Taste.Trained(user);
    }
    SortedMap<Integer, Float> ratings = user < 0 ? new TreeMap<>() : trainedRatings(user);
    putGiven(given, ratings);
    return new Taste.FoldedIn(ratedMovies(ratings));
  }

  /** Returns the refusal to answer for somebody of whom nothing is known. */
  static MatineeException nothingKnown(String userId) {
    if (userId.isEmpty()) {
      String problem = "is empty, and so are the ratings: give one of them";
      return MatineeException.of(Reason.INVALID_REQUEST, "user_id " + problem)
          .onField("user_id", problem);
    }
    return Lookup.userNotFound(userId, "user_id");
  }

  /** Returns the refusal to rank for somebody whose ratings tell no scorer anything. */
  static MatineeException nothingLiked(String userId) {
    String problem =
        "liked no movie that others like too: give ratings of such movies, or ask for the fallback to popular movies";
    if (userId.isEmpty()) {
      return MatineeException.of(Reason.USER_NOT_FOUND, "whoever gave these ratings " + problem)
          .onField("ratings", problem);
    }
    return MatineeException.of(
            Reason.USER_NOT_FOUND, "user %s %s".formatted(Excerpt.of(userId), problem))
        .with("user_id", userId)
        .onField("user_id", problem);
  }

  /** Takes what a user has rated out of a set of movies. */
  void removeRated(Taste taste, BitSet movies) {
    switch (taste) {
      case Taste.Trained(int user) -> {
        for (int at = seen.userStart(user); at < seen.userEnd(user); at++) {
          movies.clear(seen.movieAt(at));
        }
      }
      case Taste.FoldedIn(var ratings) -> Arrays.stream(ratings.movies()).forEach(movies::clear);
      case Taste.Unknown() -> {}
    }
  }

  private static RatedMovies ratedMovies(SortedMap<Integer, Float> byMovie) {
    int[] movies = new int[byMovie.size()];
    float[] ratings = new float[byMovie.size()];
    int position = 0;
    for (Map.Entry<Integer, Float> rating : byMovie.entrySet()) {
      movies[position] = rating.getKey();
      ratings[position++] = rating.getValue();
    }
    return new RatedMovies(movies, ratings);
  }

  private SortedMap<Integer, Float> trainedRatings(int user) {
    SortedMap<Integer, Float> ratings = new TreeMap<>();
    for (int at = seen.userStart(user); at < seen.userEnd(user); at++) {
      ratings.put(seen.movieAt(at), seen.ratingAt(at));
    }
    return ratings;
  }

  private void putGiven(List<GivenRating> given, SortedMap<Integer, Float> ratings) {
    Set<Integer> met = new HashSet<>();
    for (int index = 0; index < given.size(); index++) {
      GivenRating rating = given.get(index);
      int movie = lookup.movie(rating.movieId(), "ratings[" + index + "].movie_id");
      if (!met.add(movie)) {
        throw repeated(rating, "ratings[" + index + "].movie_id");
      }
      Optional<MatineeException> refusal =
          OffScale.refusal(rating.kind(), rating.rating(), scale, index, rating.movieId());
      if (refusal.isPresent()) {
        throw refusal.get();
      }
      ratings.put(movie, rating.rating());
    }
  }

  private static MatineeException repeated(GivenRating rating, String field) {
    String problem = "rates movie %s a second time".formatted(Excerpt.of(rating.movieId()));
    return MatineeException.of(Reason.INVALID_REQUEST, field + " " + problem)
        .with("movie_id", rating.movieId())
        .onField(field, problem);
  }
}
