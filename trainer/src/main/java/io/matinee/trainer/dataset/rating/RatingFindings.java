package io.matinee.trainer.dataset.rating;

import io.matinee.model.ratings.RatingScale;
import io.matinee.trainer.dataset.note.ImportNotes;
import io.matinee.trainer.dataset.note.NoteKind;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What there is to say of the ratings that were read. */
public final class RatingFindings {
  private final RatingRule rule;

  RatingFindings(RatingRule rule) {
    this.rule = rule;
  }

  /** Returns how many rows were rejected because their rating was off the scale. */
  public long offScale() {
    return rule.values().off();
  }

  /** Returns how many rows were rejected because their time was none, or of no likely year. */
  public long badTimes() {
    return rule.badTimes();
  }

  /** Whether most ratings were off the scale, which is then the wrong one. */
  public boolean isScaleWrong() {
    return 2 * rule.values().off() > rule.values().total();
  }

  /** Returns a scale that holds all ratings, those off the scale too. */
  public Optional<RatingScale> holdingAll() {
    return rule.values().holdingAll();
  }

  /**
   * Makes the notes.
   *
   * @param file the ratings file's name
   * @param declared the scale that the caller declared; empty where the form's own was taken
   */
  public void noteIn(ImportNotes notes, String file, Optional<RatingScale> declared) {
    long fractions = rule.fractions();
    if (fractions > 0) {
      notes.add(
          NoteKind.FRACTIONS_DROPPED,
          file,
          fractions,
          String.format(
              Locale.ROOT,
              "times with a fraction of a second, which was left out: %,d",
              fractions));
    }
    if (rule.timeNumbers() != TimeNumbers.SECONDS) {
      notes.add(
          NoteKind.TIMES_AS_DATES,
          file,
          rule.timed(),
          "numbers among the times were read as %s, and not as seconds since 1970"
              .formatted(rule.timeNumbers().inWords()));
    }
    if (rule.timesMissing() > 0) {
      notes.add(
          NoteKind.TIMES_MISSING,
          "",
          rule.timesMissing(),
          String.format(
              Locale.ROOT,
              "ratings without a time, beside others with one: %,d",
              rule.timesMissing()));
    }
    noteAlike(notes, file, "user", rule.users());
    noteAlike(notes, file, "movie", rule.movies());
    declared
        .filter(scale -> rule.values().greatest() < scale.minimum() + scale.range() / 2)
        .ifPresent(scale -> noteScale(notes, file, scale));
  }

  private void noteScale(ImportNotes notes, String file, RatingScale scale) {
    notes.add(
        NoteKind.SCALE_NOT_REACHED,
        file,
        rule.values().total(),
        "no rating is above %s, in the lower half of the declared scale %s"
            .formatted(rule.values().greatest(), scale.inWords()));
  }

  private static void noteAlike(ImportNotes notes, String file, String what, IdNumbers ids) {
    if (ids.areWholeNumbers()) {
      return;
    }
    int[] floats = IntStream.range(0, ids.size()).filter(id -> isAlike(ids, id)).toArray();
    if (floats.length > 0) {
      String example = ids.text(floats[0]);
      notes.add(
          NoteKind.IDS_ALIKE,
          file,
          floats.length,
          String.format(
              Locale.ROOT,
              "%,d %ss have an id that another one has without its point, e.g. %s and %s: they are two",
              floats.length,
              what,
              example,
              wholePart(example)));
    }
  }

  private static boolean isAlike(IdNumbers ids, int id) {
    String text = ids.text(id);
    return text.endsWith(".0") && ids.find(wholePart(text)) != IdNumbers.ABSENT;
  }

  private static String wholePart(String number) {
    return number.substring(0, number.length() - 2);
  }
}
