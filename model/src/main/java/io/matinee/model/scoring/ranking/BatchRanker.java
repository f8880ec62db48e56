package io.matinee.model.scoring.ranking;

import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ranks movies for all users of a model, block by block over all cores; the memory is that of a
 * block of users a core. Scores are those of {@link Scorer#scoreAll} but for the order of
 * additions, which can exchange movies whose scores differ by rounding alone; of equal ones the
 * smaller index comes first.
 *
 * @param seen what each user rated; its rows are the model's users
 * @param candidates which movies may be recommended
 * @param k how long the lists are, at least 0
 * @param includeSeen whether seen movies may be recommended too
 */
public record BatchRanker(RatingsMatrix seen, MovieMask candidates, int k, boolean includeSeen) {
  private static final int[] NONE = {};

  /**
   * Returns [users][at most k] indices of movies, best first; none for whom the scorer knows not.
   */
  public int[][] lists(Scorer scorer) {
    int[][] lists = new int[seen.userCount()][];
    Arrays.fill(lists, NONE);
    rank(List.of(scorer), (user, list) -> lists[user] = list);
    return lists;
  }

  /**
   * Ranks for each user by the first of several scorers that knows the user; a user whom none knows
   * gets no list.
   *
   * @param lists gets each user's list once, of at most k indices of movies, best first; called by
   *     many threads at once
   */
  public void rank(List<? extends Scorer> scorers, ListConsumer lists) {
    boolean[] ranked = new boolean[seen.userCount()];
    for (Scorer scorer : scorers) {
      BlockRanker blocks = blocks(scorer);
      IntStream.range(0, Math.ceilDiv(seen.userCount(), UserBlock.USERS))
          .parallel()
          .map(block -> block * UserBlock.USERS)
          .forEach(first -> blocks.rank(known(scorer, first, ranked), lists));
    }
  }

  private BlockRanker blocks(Scorer scorer) {
    if (scorer instanceof FactorScorer factors) {
      PackedMovies movies = PackedMovies.of(factors, candidates);
      int length = Math.min(k, scorer.movieCount());
      return (users, lists) ->
          new UserBlock(factors, movies, seen, includeSeen, users, length).fill(lists);
    }
    Ranker ranker = Ranker.of(scorer);
    return (users, lists) -> users.forEach(user -> lists.accept(user.user(), list(ranker, user)));
  }

  private int[] list(Ranker ranker, KnownUser user) {
    MovieMask allowed =
        movie -> candidates.allows(movie) && (includeSeen || !seen.contains(user.user(), movie));
    return ranker.best(user.state(), allowed, k).stream().mapToInt(ScoredMovie::movie).toArray();
  }

  /** Returns the users of a block whom the scorer knows and who have no list yet. */
  private List<KnownUser> known(Scorer scorer, int first, boolean[] ranked) {
    int end = Math.min(first + UserBlock.USERS, seen.userCount());
    List<KnownUser> known = new ArrayList<>(UserBlock.USERS);
    for (int index = first; index < end; index++) {
      int user = index;
      if (!ranked[user]) {
        scorer.user(user).ifPresent(state -> known.add(new KnownUser(user, state)));
      }
    }
    known.forEach(user -> ranked[user.user()] = true);
    return known;
  }

  /** Takes users' lists. */
  @FunctionalInterface
  public interface ListConsumer {
    /** Takes the list of one user. */
    void accept(int user, int[] list);
  }

  /** Ranks for some users. */
  @FunctionalInterface
  private interface BlockRanker {
    void rank(List<KnownUser> users, ListConsumer lists);
  }
}
