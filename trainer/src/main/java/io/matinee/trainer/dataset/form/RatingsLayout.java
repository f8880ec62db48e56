package io.matinee.trainer.dataset.form;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.source.RatingsForm;
import java.util.List;
import java.util.Optional;

/** How ratings are written. */
public sealed interface RatingsLayout {

  /** Returns the form that this is a case of. */
  RatingsForm form();

  private static List<String> unread(boolean rated) {
    return rated ? List.of() : List.of("rating");
  }

  /**
   * Rows of fields.
   *
   * @param form the form
   * @param delimiter what stands between fields
   * @param quoted whether fields may be in double quotes
   * @param header where the fields stand
   * @param ignored the names of columns that are not read
   */
  record Delimited(
      RatingsForm form,
      Delimiter delimiter,
      boolean quoted,
      RatingsHeader header,
      List<String> ignored)
      implements RatingsLayout {

    /** Copies the names. */
    public Delimited {
      ignored = List.copyOf(ignored);
    }

    /**
     * Returns fields of a fixed order, without a header.
     *
     * @param rated whether their ratings are read
     */
    static Delimited fixed(RatingsForm form, Delimiter delimiter, boolean rated) {
      RatingsHeader header = rated ? RatingsHeader.FIXED : RatingsHeader.FIXED.withoutRating();
      return new Delimited(form, delimiter, false, header, unread(rated));
    }
  }

  /**
   * Rows below the movie that they rate.
   *
   * @param rated whether their ratings are read
   */
  record Netflix(boolean rated) implements RatingsLayout {
    @Override
    public RatingsForm form() {
      return RatingsForm.NETFLIX;
    }

    /** Returns the names of what is not read. */
    List<String> ignored() {
      return unread(rated);
    }
  }

  /**
   * An object a line.
   *
   * @param columns what is looked for in objects
   * @param rated whether the first objects say a rating
   * @param timed whether the first objects say the time
   */
  record JsonLines(List<RatingsColumn> columns, boolean rated, boolean timed)
      implements RatingsLayout {

    /** Copies the list. */
    public JsonLines {
      columns = List.copyOf(columns);
    }

    @Override
    public RatingsForm form() {
      return RatingsForm.JSON_LINES;
    }
  }

  /**
   * Columns with names and types.
   *
   * @param kind what the rows are, as the caller says; empty where the columns tell
   */
  record Parquet(Optional<EventKind> kind) implements RatingsLayout {
    @Override
    public RatingsForm form() {
      return RatingsForm.PARQUET;
    }
  }
}
