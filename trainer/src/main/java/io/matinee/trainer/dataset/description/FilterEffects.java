package io.matinee.trainer.dataset.description;

import io.matinee.trainer.dataset.counting.CountedTables;
import io.matinee.trainer.dataset.counting.Minimums;
import io.matinee.trainer.query.QueryEngine;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the effects of filters off {@link CountedTables}. A user whose movies all go remains no
 * user: hence the reach, the highest level that a user's movies or a movie's users have.
 *
 * @param users users by level and reach
 * @param movies movies by level and reach
 * @param ratings ratings by the levels of their user and movie
 */
record FilterEffects(long[][] users, long[][] movies, long[][] ratings) {

  static List<FilterEffect> read(QueryEngine engine) throws SQLException {
    return new FilterEffects(
            table(engine, "SELECT level, reach, count(*) FROM counted_users GROUP BY ALL"),
            table(engine, "SELECT level, reach, count(*) FROM counted_movies GROUP BY ALL"),
            table(engine, "SELECT user_level, movie_level, times FROM counted_levels"))
        .effects();
  }

  private static long[][] table(QueryEngine engine, String query) throws SQLException {
    int levels = Minimums.ALL.size() + 1;
    long[][] table = new long[levels][levels];
    engine.visit(
        query,
        row -> {
          table[row.getInt(1)][row.getInt(2)] = row.getLong(3);
          return true;
        });
    return table;
  }

  private List<FilterEffect> effects() {
    List<FilterEffect> effects = new ArrayList<>();
    for (int level = 1; level <= Minimums.ALL.size(); level++) {
      effects.add(
          new FilterEffect(
              Minimums.ALL.get(level - 1),
              remaining(0, level),
              remaining(level, 0),
              remaining(level, level)));
    }
    return effects;
  }

  private FilterEffect.Remaining remaining(int userLevel, int movieLevel) {
    return new FilterEffect.Remaining(
        from(ratings, userLevel, movieLevel),
        from(users, userLevel, movieLevel),
        from(movies, movieLevel, userLevel));
  }

  private static long from(long[][] table, int first, int second) {
    long sum = 0;
    for (int row = first; row < table.length; row++) {
      for (int column = second; column < table.length; column++) {
        sum += table[row][column];
      }
    }
    return sum;
  }
}
