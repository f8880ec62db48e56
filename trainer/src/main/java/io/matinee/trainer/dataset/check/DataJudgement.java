package io.matinee.trainer.dataset.check;

import io.matinee.model.ratings.RatingScale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What of a change gives reason to look. The bounds let a data set grow from week to week, and a
 * rare slip of users or movies pass.
 *
 * @param before the scale of the version before
 * @param now the scale of this version
 * @param change how the version differs
 */
record DataJudgement(RatingScale before, RatingScale now, DataChange change) {
  private static final double LEAST_GROWTH = .9;
  private static final double MOST_GROWTH = 3;
  private static final double LOST = .05;
  private static final double NEW = .5;
  private static final double MEAN_MOVED = .05;
  private static final double DISTANCE = .1;

  List<DataFinding> findings() {
    List<DataFinding> findings = new ArrayList<>();
    DataChange.Figures old = change.before();
    DataChange.Figures found = change.now();
    if (!now.equals(before)) {
      findings.add(
          new DataFinding(
              DataFinding.Kind.SCALE,
              "the scale is %s, and was %s".formatted(now.inWords(), before.inWords())));
    }
    double growth = (double) found.ratings() / old.ratings();
    if (growth < LEAST_GROWTH || growth > MOST_GROWTH) {
      findings.add(
          finding(
              DataFinding.Kind.RATINGS,
              "%,d ratings are there, and were %,d",
              found.ratings(),
              old.ratings()));
    }
    addShare(
        findings,
        DataFinding.Kind.LOST_MOVIES,
        change.lostMovies(),
        old.movies(),
        LOST,
        "%,d of %,d rated movies have no rating any more");
    addShare(
        findings,
        DataFinding.Kind.NEW_MOVIES,
        change.newMovies(),
        found.movies(),
        NEW,
        "%,d of %,d rated movies are new: have their ids changed?");
    addShare(
        findings,
        DataFinding.Kind.LOST_USERS,
        change.lostUsers(),
        old.users(),
        LOST,
        "%,d of %,d users have no rating any more");
    addShare(
        findings,
        DataFinding.Kind.NEW_USERS,
        change.newUsers(),
        found.users(),
        NEW,
        "%,d of %,d users are new: have their ids changed?");
    addValues(findings);
    addOlder(findings);
    return findings;
  }

  private void addValues(List<DataFinding> findings) {
    OptionalDouble old = change.before().mean();
    OptionalDouble found = change.now().mean();
    if (old.isPresent()
        && found.isPresent()
        && Math.abs(found.getAsDouble() - old.getAsDouble()) > MEAN_MOVED) {
      findings.add(
          finding(
              DataFinding.Kind.MEAN,
              "the mean is at %.1f %% of the scale, and was at %.1f %%",
              100 * found.getAsDouble(),
              100 * old.getAsDouble()));
    }
    change
        .histogramDistance()
        .ifPresent(
            distance -> {
              if (distance > DISTANCE) {
                findings.add(
                    finding(
                        DataFinding.Kind.HISTOGRAM,
                        "%.1f %% of the ratings would have to be others to be given in the shares of before",
                        100 * distance));
              }
            });
  }

  private void addOlder(List<DataFinding> findings) {
    if (change.before().newest().isPresent()
        && (change.now().newest().isEmpty()
            || change.now().newest().getAsLong() < change.before().newest().getAsLong())) {
      String newest =
          change.now().newest().isEmpty()
              ? "no rating has a time now"
              : "the newest rating is of " + time(change.now().newest().getAsLong());
      findings.add(
          new DataFinding(
              DataFinding.Kind.OLDER,
              "%s, and the newest was of %s"
                  .formatted(newest, time(change.before().newest().getAsLong()))));
    }
  }

  private static void addShare(
      List<DataFinding> findings,
      DataFinding.Kind kind,
      long count,
      long all,
      double bound,
      String text) {
    if (count > bound * all) {
      findings.add(finding(kind, text, count, all));
    }
  }

  private static DataFinding finding(DataFinding.Kind kind, String text, Object... values) {
    return new DataFinding(kind, String.format(Locale.ROOT, text, values));
  }

  private static String time(long second) {
    return Instant.ofEpochSecond(second).toString();
  }
}
