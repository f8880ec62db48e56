package io.matinee.trainer.dataset.counting;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.ratings.RatingScale;
import io.matinee.trainer.dataset.parquet.RatingColumns;
import io.matinee.trainer.query.QueryEngine;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.duckdb.DuckDBAppender;

/**
 * Counts ratings while they are read, by the numbers of users and movies, which takes a tenth of
 * the time in which the query engine groups them. It is given up where it would take much memory:
 * with very many movies or different ratings. Used by one thread at a time.
 */
public final class RunningCounts {
  private static final int MOST_MOVIES = 1 << 20;

  private final boolean rated;
  private final ValueCounts values;
  private final DayCounts days = new DayCounts();
  private final WideSums totals = new WideSums();
  private final WideSums squares = new WideSums();
  private int[] byUser = {};
  private int[] byMovie = {};
  private int users;
  private int movies;
  private boolean givenUp;

  /** Counts nothing so far, of ratings on a scale. */
  public RunningCounts(RatingScale scale) {
    this.rated = scale.kind() == EventKind.RATING;
    this.values = new ValueCounts(FixedPoint.of(scale));
  }

  /** Counts the next ratings, by users and of movies who are numbered as they come. */
  public void add(RatingColumns columns) {
    for (int row = 0; row < columns.size() && !givenUp; row++) {
      int user = columns.user(row);
      int movie = columns.movie(row);
      makeRoom(user, movie);
      if (!givenUp) {
        byUser[user]++;
        byMovie[movie]++;
        addValue(movie, columns.rating(row));
        if (columns.time(row) != RatingColumns.NO_TIME) {
          days.add(columns.time(row));
        }
      }
    }
  }

  private void addValue(int movie, float rating) {
    if (rated) {
      int place = values.place(rating);
      if (place == ValueCounts.NONE) {
        givenUp = true;
      } else {
        totals.add(movie, values.whole(place));
        squares.add(movie, values.square(place));
      }
    }
  }

  private void makeRoom(int user, int movie) {
    if (user >= users) {
      users = user + 1;
      if (user >= byUser.length) {
        byUser = Arrays.copyOf(byUser, Math.max(2 * byUser.length, users));
      }
    }
    if (movie >= movies) {
      movies = movie + 1;
      givenUp = movies > MOST_MOVIES;
      if (movie >= byMovie.length && !givenUp) {
        byMovie = Arrays.copyOf(byMovie, Math.max(2 * byMovie.length, movies));
        totals.grow(byMovie.length);
        squares.grow(byMovie.length);
      }
    }
  }

  /** Whether there are no counts, since they would take too much memory. */
  public boolean isGivenUp() {
    return givenUp;
  }

  /** Returns what counts the levels that meet in the same ratings, once all have come. */
  public Meetings meetings() {
    return new Meetings();
  }

  /** All of the counts, once each rating has come again. Used by one thread at a time. */
  public final class Meetings {
    private final LevelCounts levels =
        new LevelCounts(Minimums.levels(byUser, users), Minimums.levels(byMovie, movies));

    private Meetings() {}

    /** Counts who rated what. */
    public void add(int user, int movie) {
      levels.add(user, movie);
    }

    /**
     * Returns the counts.
     *
     * @param movieIds the ids of movies by their numbers
     * @param wholeNumbers whether ids are kept as whole numbers
     */
    public RatingCounts counts(IntFunction<String> movieIds, boolean wholeNumbers) {
      return tables -> fill(tables, movieIds, wholeNumbers);
    }

    private void fill(CountedTables tables, IntFunction<String> movieIds, boolean wholeNumbers)
        throws SQLException {
      QueryEngine engine = tables.engine();
      tables.make(wholeNumbers ? "BIGINT" : "VARCHAR");
      engine.append(CountedTables.USERS, this::fillUsers);
      engine.append(CountedTables.MOVIES, appender -> fillMovies(appender, movieIds, wholeNumbers));
      engine.append(CountedTables.LEVELS, levels::fill);
      engine.append(CountedTables.VALUES, values::fill);
      engine.append(CountedTables.DAYS, days::fillDays);
      engine.append(CountedTables.SPAN, days::fillSpan);
    }

    private void fillUsers(DuckDBAppender appender) throws SQLException {
      for (int user = 0; user < users; user++) {
        appender.beginRow();
        appender.append((long) byUser[user]);
        levels.appendUser(user, appender);
        appender.endRow();
      }
    }

    private void fillMovies(
        DuckDBAppender appender, IntFunction<String> movieIds, boolean wholeNumbers)
        throws SQLException {
      for (int movie = 0; movie < movies; movie++) {
        appender.beginRow();
        String id = movieIds.apply(movie);
        if (wholeNumbers) {
          appender.append(Long.parseLong(id));
        } else {
          appender.append(id);
        }
        appender.append((long) byMovie[movie]);
        levels.appendMovie(movie, appender);
        if (rated) {
          appender.append(totals.sum(movie)).append(squares.sum(movie));
        } else {
          appender.appendNull().appendNull();
        }
        appender.endRow();
      }
    }
  }
}
