package io.matinee.serving.recommend;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.UserState;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.serving.candidates.CandidateIndex;
import io.matinee.serving.catalogue.Lookup;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/**
 * Ranks the movies of one version for a user. Movies are scored by the ranking scorer, or by the
 * rating scorer when there is none; equal scores rank by the order of movie ids. A list ends at
 * rank {@value #LONGEST_LIST}. Thread-safe.
 */
public final class Recommender {
  /** The longest list that can be paged through. */
  public static final int LONGEST_LIST = 10_000;

  private final Scorers scorers;
  private final TasteReader tastes;
  private final CandidateIndex candidates;
  private final float[] popularity;
  private final Optional<Ranking> ranking;

  private Recommender(
      Scorers scorers, TasteReader tastes, CandidateIndex candidates, Catalogue catalogue) {
    this.scorers = scorers;
    this.tastes = tastes;
    this.candidates = candidates;
    popularity = popularity(catalogue);
    ranking = scorers.ordering().map(Ranking::new);
  }

  /** Returns the recommender of a version; the snapshot must stay open as long as it is used. */
  public static Recommender of(Snapshot snapshot, Lookup lookup, CandidateIndex candidates) {
    return new Recommender(
        Scorers.of(snapshot), TasteReader.of(snapshot, lookup), candidates, snapshot.catalogue());
  }

  /**
   * Returns a part of the list for a user.
   *
   * @param offset how many movies of the list to skip, from 0
   * @param size how many to return at most, from 1
   * @throws MatineeException USER_NOT_FOUND when nothing is known of the user and no fallback is
   *     asked for; NO_RANKING_SCORER when the version has no scorer at all; and what is wrong with
   *     the given ratings
   */
  public RecommendedPage recommend(RecommendQuery query, int offset, int size) {
    Taste taste = tastes.read(query.userId(), query.ratings());
    ListSource source = source(taste, query);
    BitSet allowed = candidates.matching(query.filter());
    if (!query.includeSeen()) {
      tastes.removeRated(taste, allowed);
    }
    int length = Math.min(allowed.cardinality(), LONGEST_LIST);
    int end = Math.min(offset + size, length);
    List<ScoredMovie> best = offset < end ? best(taste, allowed, end) : List.of();
    return new RecommendedPage(movies(best, offset, taste), source, end < length);
  }

  private ListSource source(Taste taste, RecommendQuery query) {
    return switch (taste) {
      case Taste.Trained trained -> ListSource.TRAINED_USER;
      case Taste.FoldedIn foldedIn -> ListSource.FOLDED_IN;
      case Taste.Unknown unknown -> {
        if (!query.popularWhenUnknown()) {
          throw TasteReader.nothingKnown(query.userId());
        }
        yield ListSource.POPULAR;
      }
    };
  }

  private List<ScoredMovie> best(Taste taste, BitSet allowed, int count) {
    if (taste instanceof Taste.Unknown) {
      return Ranking.select(popularity, allowed, count);
    }
    Ranking found = ranking.orElseThrow(Recommender::noScorer);
    return found.best(Scorers.state(found.scorer(), taste), allowed, count);
  }

  private List<RecommendedMovie> movies(List<ScoredMovie> best, int offset, Taste taste) {
    IntFunction<OptionalDouble> predictions = predictions(taste);
    List<RecommendedMovie> movies = new ArrayList<>();
    for (int at = offset; at < best.size(); at++) {
      int movie = best.get(at).movie();
      OptionalDouble rating = predictions.apply(movie);
      movies.add(new RecommendedMovie(movie, best.get(at).score(), rating, at + 1));
    }
    return movies;
  }

  private IntFunction<OptionalDouble> predictions(Taste taste) {
    if (scorers.rating().isEmpty()) {
      return movie -> OptionalDouble.empty();
    }
    FactorScorer scorer = scorers.predicting();
    UserState state = Scorers.state(scorer, taste);
    return movie -> OptionalDouble.of(scorer.rating(scorer.score(state, movie)));
  }

  private static MatineeException noScorer() {
    return MatineeException.of(
        Reason.NO_RANKING_SCORER, "this model version has no scorer to rank with");
  }

  private static float[] popularity(Catalogue catalogue) {
    float[] counts = new float[catalogue.size()];
    for (int movie = 0; movie < counts.length; movie++) {
      counts[movie] = catalogue.ratingCount(movie);
    }
    return counts;
  }
}
