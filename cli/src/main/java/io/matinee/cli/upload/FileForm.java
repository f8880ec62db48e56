package io.matinee.cli.upload;

import io.matinee.model.source.RatingsForm;

/** The forms of ratings, by their names on the command line. */
public enum FileForm {
  /** Delimited text with a header, or with columns that the caller names. */
  delimited(RatingsForm.DELIMITED),
  /** MovieLens ratings.dat. */
  dat(RatingsForm.MOVIELENS_DAT),
  /** MovieLens u.data. */
  data(RatingsForm.MOVIELENS_DATA),
  /** MovieTweetings. */
  movietweetings(RatingsForm.MOVIETWEETINGS),
  /** Netflix prize. */
  netflix(RatingsForm.NETFLIX),
  /** JSON, an object a line. */
  jsonl(RatingsForm.JSON_LINES),
  /** Parquet. */
  parquet(RatingsForm.PARQUET);

  private final RatingsForm form;

  FileForm(RatingsForm form) {
    this.form = form;
  }

  /** Returns the form as the contracts name it. */
  public io.matinee.proto.trainer.v1.RatingsForm contract() {
    return io.matinee.proto.trainer.v1.RatingsForm.valueOf("RATINGS_FORM_" + form.name());
  }

  /** Returns the form as files show it. */
  RatingsForm form() {
    return form;
  }
}
