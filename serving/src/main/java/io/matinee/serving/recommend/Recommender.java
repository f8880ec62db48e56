package io.matinee.serving.recommend;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.FilterIndex;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.scoring.BiasModel;
import io.matinee.model.scoring.BiasObjective;
import io.matinee.model.scoring.BiasScorer;
import io.matinee.model.scoring.Scorer;
import io.matinee.model.scoring.UserState;
import io.matinee.model.scoring.ranking.Ranker;
import io.matinee.model.scoring.ranking.ScoredMovie;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.serving.catalogue.Lookup;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Ranks the movies of one version for a user. Movies are scored by the ranking scorer, or by the
 * rating scorer when there is none or it knows nothing of the user; equal scores rank by the order
 * of movie ids. A list ends at rank {@value #LONGEST_LIST}. Thread-safe.
 */
public final class Recommender {
  /** The longest list that can be paged through. */
  public static final int LONGEST_LIST = 10_000;

  private final Scorers scorers;
  private final TasteReader tastes;
  private final FilterIndex candidates;
  private final List<Ranker> rankers;
  private final Ranker popular;

  private Recommender(Scorers scorers, TasteReader tastes, FilterIndex candidates, Ranker popular) {
    this.scorers = scorers;
    this.tastes = tastes;
    this.candidates = candidates;
    this.rankers = rankers(scorers.ordering());
    this.popular = popular;
  }

  /** The first orders nearly all lists; the next those of users of whom it knows nothing. */
  private static List<Ranker> rankers(List<Scorer> ordering) {
    List<Ranker> rankers = new ArrayList<>();
    for (Scorer scorer : ordering) {
      rankers.add(rankers.isEmpty() ? Ranker.of(scorer) : Ranker.withoutCopies(scorer));
    }
    return List.copyOf(rankers);
  }

  /** Returns the recommender of a version; the snapshot must stay open as long as it is used. */
  public static Recommender of(Snapshot snapshot, Lookup lookup, FilterIndex candidates) {
    return new Recommender(
        Scorers.of(snapshot),
        TasteReader.of(snapshot, lookup),
        candidates,
        popular(snapshot.catalogue(), snapshot.manifest().scale()));
  }

  /**
   * Returns a part of the list for a user.
   *
   * @param offset how many movies of the list to skip, from 0
   * @param size how many to return at most, from 1
   * @throws MatineeException USER_NOT_FOUND when no scorer knows anything of the user and no
   *     fallback is asked for; NO_RANKING_SCORER when the version has no scorer at all; and what is
   *     wrong with the given ratings
   */
  public RecommendedPage recommend(RecommendQuery query, int offset, int size) {
    Taste taste = tastes.read(query.userId(), query.ratings());
    Ordering ordering = ordering(taste, query);
    BitSet allowed = candidates.matching(query.filter());
    if (!query.includeSeen()) {
      tastes.removeRated(taste, allowed);
    }
    int length = Math.min(allowed.cardinality(), LONGEST_LIST);
    int end = Math.min(offset + size, length);
    List<ScoredMovie> best = offset < end ? ordering.best(allowed, end) : List.of();
    return new RecommendedPage(movies(best, offset, taste), ordering.source(), end < length);
  }

  private Ordering ordering(Taste taste, RecommendQuery query) {
    for (Ranker ranker : rankers) {
      var state = Scorers.state(ranker.scorer(), taste);
      if (state.isPresent()) {
        return new Ordering(ranker, state.get(), source(ranker, taste));
      }
    }
    if (query.popularWhenUnknown()) {
      return new Ordering(popular, popular.scorer().nobody(), ListSource.POPULAR);
    }
    if (taste instanceof Taste.Unknown) {
      throw TasteReader.nothingKnown(query.userId());
    }
    throw rankers.isEmpty() ? noScorer() : TasteReader.nothingLiked(query.userId());
  }

  private ListSource source(Ranker ranker, Taste taste) {
    if (ranker != rankers.getFirst()) {
      return ListSource.PREDICTED_RATING;
    }
    return taste instanceof Taste.Trained ? ListSource.TRAINED_USER : ListSource.FOLDED_IN;
  }

  private List<RecommendedMovie> movies(List<ScoredMovie> best, int offset, Taste taste) {
    Optional<Scorers.Predictions> predictions = scorers.predictions(taste);
    List<RecommendedMovie> movies = new ArrayList<>();
    for (int at = offset; at < best.size(); at++) {
      int movie = best.get(at).movie();
      OptionalDouble rating =
          predictions.isPresent()
              ? OptionalDouble.of(predictions.get().rating(movie))
              : OptionalDouble.empty();
      movies.add(new RecommendedMovie(movie, best.get(at).score(), rating, at + 1));
    }
    return movies;
  }

  private static MatineeException noScorer() {
    return MatineeException.of(
        Reason.NO_RANKING_SCORER, "this model version has no scorer to rank with");
  }

  private static Ranker popular(Catalogue catalogue, RatingScale scale) {
    float[] counts = new float[catalogue.size()];
    for (int movie = 0; movie < counts.length; movie++) {
      counts[movie] = catalogue.ratingCount(movie);
    }
    BiasModel model =
        new BiasModel(counts, new float[0], 0, scale, new BiasObjective.RatingCount());
    return Ranker.of(BiasScorer.of(model));
  }

  /**
   * How a list is put in order.
   *
   * @param ranker what finds the best movies
   * @param user the user's state
   * @param source how it came about
   */
  private record Ordering(Ranker ranker, UserState user, ListSource source) {

    List<ScoredMovie> best(BitSet allowed, int count) {
      return ranker.best(user, allowed::get, count);
    }
  }
}
