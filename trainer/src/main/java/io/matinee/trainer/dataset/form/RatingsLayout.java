package io.matinee.trainer.dataset.form;

import io.matinee.model.source.RatingsForm;
import java.util.List;

/** How ratings are written. */
public sealed interface RatingsLayout {

  /** Returns the form that this is a case of. */
  RatingsForm form();

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

    /** Returns fields of a fixed order, without a header. */
    static Delimited fixed(RatingsForm form, Delimiter delimiter) {
      return new Delimited(form, delimiter, false, RatingsHeader.FIXED, List.of());
    }
  }

  /** Rows below the movie that they rate. */
  record Netflix() implements RatingsLayout {
    @Override
    public RatingsForm form() {
      return RatingsForm.NETFLIX;
    }
  }

  /**
   * An object a line.
   *
   * @param timed whether the first objects say the time
   */
  record JsonLines(boolean timed) implements RatingsLayout {
    @Override
    public RatingsForm form() {
      return RatingsForm.JSON_LINES;
    }
  }

  /** Columns with names and types. */
  record Parquet() implements RatingsLayout {
    @Override
    public RatingsForm form() {
      return RatingsForm.PARQUET;
    }
  }
}
