package io.matinee.metrics.evaluation;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.Movie;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.BiasModel;
import io.matinee.model.scoring.BiasObjective;
import io.matinee.model.scoring.BiasScorer;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.FactorObjective;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.Scorer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Four users and five movies, small enough to work every figure out by hand.
 *
 * <pre>
 *            movie 1  2  3  4  5        genre of 1 to 5: War, Comedy, Drama, Drama, War
 * user 1     t4    t2 h5 h2 h5          t: training part, h: held-out part
 * user 2     t5    h4 t3 h4.5
 * user 3     t3       h1 t4
 * user 4     h3.5
 * </pre>
 *
 * Movie 5 has no training rating, user 4 gave none.
 */
final class TinyContest {
  static final RatingScale SCALE = RatingScale.MOVIELENS_HALF_STARS;

  private static final IdDictionary USERS = IdDictionary.of(List.of("1", "2", "3", "4"));
  private static final IdDictionary MOVIES = IdDictionary.of(List.of("1", "2", "3", "4", "5"));
  private static final List<String> GENRES = List.of("War", "Comedy", "Drama", "Drama", "War");
  private static final float[] NONE = {};

  private TinyContest() {}

  static EvaluationData data() {
    RatingsMatrix seen =
        RatingsMatrix.builder(USERS, MOVIES)
            .add(0, 0, 4, 0)
            .add(0, 1, 2, 0)
            .add(1, 0, 5, 0)
            .add(1, 2, 3, 0)
            .add(2, 0, 3, 0)
            .add(2, 3, 4, 0)
            .build();
    RatingsMatrix heldOut =
        RatingsMatrix.builder(USERS, MOVIES)
            .add(0, 2, 5, 0)
            .add(0, 3, 2, 0)
            .add(0, 4, 5, 0)
            .add(1, 1, 4, 0)
            .add(1, 3, 4.5f, 0)
            .add(2, 2, 1, 0)
            .add(3, 0, 3.5f, 0)
            .build();
    List<Movie> movies = MOVIES.ids().stream().map(TinyContest::movie).toList();
    return new EvaluationData(seen, heldOut, Catalogue.of(MOVIES, movies, seen), SCALE);
  }

  /** The same users and movies, of whom is known that they watched and not how they liked it. */
  static EvaluationData watches() {
    EvaluationData rated = data();
    RatingsMatrix seen = watched(rated.seen());
    List<Movie> movies = MOVIES.ids().stream().map(TinyContest::movie).toList();
    return new EvaluationData(
        seen,
        watched(rated.heldOut()),
        Catalogue.of(MOVIES, movies, seen).withoutMeans(),
        RatingScale.WATCHES);
  }

  private static RatingsMatrix watched(RatingsMatrix rated) {
    RatingsMatrix.Builder watched = RatingsMatrix.builder(USERS, MOVIES);
    for (int user = 0; user < rated.userCount(); user++) {
      for (int cell = rated.userStart(user); cell < rated.userEnd(user); cell++) {
        watched.add(user, rated.movieAt(cell), 1, 0);
      }
    }
    return watched.build();
  }

  /** As many users, each with a training rating and a held-out one. */
  static EvaluationData manyUsers(int count) {
    IdDictionary users =
        IdDictionary.of(IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList());
    RatingsMatrix.Builder seen = RatingsMatrix.builder(users, MOVIES);
    RatingsMatrix.Builder heldOut = RatingsMatrix.builder(users, MOVIES);
    for (int user = 0; user < count; user++) {
      seen.add(user, user % MOVIES.size(), 4, 0);
      heldOut.add(user, (user + 1) % MOVIES.size(), 5, 0);
    }
    List<Movie> movies = MOVIES.ids().stream().map(TinyContest::movie).toList();
    RatingsMatrix training = seen.build();
    return new EvaluationData(
        training, heldOut.build(), Catalogue.of(MOVIES, movies, training), SCALE);
  }

  /** Scores 4, 3, 1, 2, 9 for everybody: movie 2 at 45 degrees to the others. */
  static FactorScorer ranker() {
    return scorer(new float[] {4, 0, 3, 3, 1, 0, 2, 0, 9, 0});
  }

  /** Scores so that those of two unseen candidates come the other way round. */
  static FactorScorer reversedRanker() {
    return scorer(new float[] {1, 0, 2, 2, 4, 0, 3, 0, 9, 0});
  }

  private static FactorScorer scorer(float[] movies) {
    float[] users = {1, 0, 1, 0, 1, 0, 1, 0};
    FactorObjective objective = new FactorObjective.Squared(1);
    return FactorScorer.of(new FactorModel(2, movies, users, NONE, NONE, 0, SCALE, objective));
  }

  /** Predicts the same for everything. */
  static Scorer predictor(float always) {
    BiasObjective objective = new BiasObjective.DampedMeans(0);
    return BiasScorer.of(new BiasModel(new float[MOVIES.size()], NONE, always, SCALE, objective));
  }

  private static Movie movie(String id) {
    String genre = GENRES.get(MOVIES.indexOf(id));
    return new Movie(id, "Movie " + id, null, List.of(genre), List.of(), "", "", "");
  }
}
