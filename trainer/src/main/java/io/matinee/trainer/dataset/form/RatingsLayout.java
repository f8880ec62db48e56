package io.matinee.trainer.dataset.form;

import java.util.List;

/**
 * How the rows of a ratings file are written.
 *
 * @param form the form that this is a case of
 * @param delimiter what stands between fields
 * @param quoted whether fields may be in double quotes
 * @param header where the fields stand
 * @param ignored the names of columns that are not read
 */
public record RatingsLayout(
    RatingsForm form,
    Delimiter delimiter,
    boolean quoted,
    RatingsHeader header,
    List<String> ignored) {

  /** Copies the names. */
  public RatingsLayout {
    ignored = List.copyOf(ignored);
  }

  /** Returns fields of a fixed order, without a header. */
  static RatingsLayout fixed(RatingsForm form, Delimiter delimiter) {
    return new RatingsLayout(form, delimiter, false, RatingsHeader.FIXED, List.of());
  }
}
