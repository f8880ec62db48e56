package io.matinee.serving.recommend;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.TopK;
import io.matinee.model.scoring.UserState;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.runtime.error.MatineeException;
import io.matinee.serving.candidates.CandidateIndex;
import io.matinee.serving.catalogue.Lookup;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;

/**
 * Ranks the movies of one version for a user. Movies are scored by the ranking scorer, or by the
 * rating scorer when there is none; equal scores rank by the order of movie ids. A list ends at
 * rank {@value #LONGEST_LIST}. Thread-safe: each thread scores into a buffer of its own.
 */
public final class Recommender {
  /** The longest list that can be paged through. */
  public static final int LONGEST_LIST = 10_000;

  private final Scorers scorers;
  private final TasteReader tastes;
  private final CandidateIndex candidates;
  private final float[] popularity;
  private final ThreadLocal<float[]> buffer;

  private Recommender(
      Scorers scorers, TasteReader tastes, CandidateIndex candidates, Catalogue catalogue) {
    this.scorers = scorers;
    this.tastes = tastes;
    this.candidates = candidates;
    popularity = popularity(catalogue);
    buffer = ThreadLocal.withInitial(() -> new float[catalogue.size()]);
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
    float[] scores = scores(taste);
    int length = Math.min(allowed.cardinality(), LONGEST_LIST);
    int end = Math.min(offset + size, length);
    int[] best = end > offset ? TopK.select(scores, end, allowed::get) : new int[0];
    return new RecommendedPage(
        movies(best, Math.min(offset, best.length), scores, taste), source, end < length);
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

  private float[] scores(Taste taste) {
    if (taste instanceof Taste.Unknown) {
      return popularity;
    }
    float[] scores = buffer.get();
    FactorScorer scorer = scorers.ordering();
    scorer.scoreAll(Scorers.state(scorer, taste), scores);
    return scores;
  }

  private List<RecommendedMovie> movies(int[] best, int from, float[] scores, Taste taste) {
    IntFunction<OptionalDouble> predictions = predictions(taste);
    List<RecommendedMovie> movies = new ArrayList<>(best.length - from);
    for (int at = from; at < best.length; at++) {
      int movie = best[at];
      movies.add(new RecommendedMovie(movie, scores[movie], predictions.apply(movie), at + 1));
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

  private static float[] popularity(Catalogue catalogue) {
    float[] counts = new float[catalogue.size()];
    for (int movie = 0; movie < counts.length; movie++) {
      counts[movie] = catalogue.ratingCount(movie);
    }
    return counts;
  }
}
