package io.matinee.trainer.dataset.form;

/** The form of a ratings file. */
public enum RatingsForm {
  /** MovieLens csv: {@code userId,movieId,rating,timestamp} under a header. */
  MOVIELENS_CSV(",", true, "ratings.csv"),
  /** MovieLens 1M and 10M: {@code user::movie::rating::timestamp}. */
  MOVIELENS_DAT("::", false, "ratings.dat"),
  /** MovieLens 100k: tab-separated {@code u.data}. */
  MOVIELENS_DATA("\t", false, "u.data");

  private final String delimiter;
  private final boolean quoted;
  private final String fileName;

  RatingsForm(String delimiter, boolean quoted, String fileName) {
    this.delimiter = delimiter;
    this.quoted = quoted;
    this.fileName = fileName;
  }

  /** What stands between fields. */
  public String delimiter() {
    return delimiter;
  }

  /** Whether fields may be quoted, and a header comes first. */
  public boolean quoted() {
    return quoted;
  }

  /** What such a file is usually called. */
  public String fileName() {
    return fileName;
  }
}
