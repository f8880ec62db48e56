package io.matinee.cli.upload;

import io.matinee.proto.trainer.v1.RatingsForm;
import java.util.regex.Pattern;

/** The forms of ratings, by their names on the command line, with the names of their files. */
public enum FileForm {
  /** Delimited text with a header, or with columns that the caller names. */
  delimited(
      RatingsForm.RATINGS_FORM_DELIMITED,
      "ratings.csv",
      "ratings\\.(csv|tsv|txt)|ratings_small\\.csv"),
  /** MovieLens ratings.dat. */
  dat(RatingsForm.RATINGS_FORM_MOVIELENS_DAT, "ratings.dat", "ratings\\.dat"),
  /** MovieLens u.data. */
  data(RatingsForm.RATINGS_FORM_MOVIELENS_DATA, "u.data", "u\\.data"),
  /** MovieTweetings. */
  movietweetings(RatingsForm.RATINGS_FORM_MOVIETWEETINGS, "ratings.dat", "ratings\\.dat"),
  /** Netflix prize. */
  netflix(
      RatingsForm.RATINGS_FORM_NETFLIX,
      "combined_data_1.txt",
      "combined_data_\\d{1,4}\\.txt|mv_\\d{1,7}\\.txt"),
  /** JSON, an object a line. */
  jsonl(RatingsForm.RATINGS_FORM_JSON_LINES, "ratings.jsonl", "ratings\\.(jsonl|ndjson|json)"),
  /** Parquet. */
  parquet(
      RatingsForm.RATINGS_FORM_PARQUET,
      "ratings.parquet",
      "ratings\\.parquet|part-[^/]*\\.parquet");

  private final RatingsForm contract;
  private final String ratings;
  private final Pattern names;

  FileForm(RatingsForm contract, String ratings, String names) {
    this.contract = contract;
    this.ratings = ratings;
    this.names = Pattern.compile(names);
  }

  /** Returns the form as the contracts name it. */
  public RatingsForm contract() {
    return contract;
  }

  /** Returns what its file of ratings is usually called. */
  String ratings() {
    return ratings;
  }

  /** Whether a file of this name, in lower case and unpacked, can hold its ratings. */
  boolean takes(String name) {
    return names.matcher(name).matches();
  }

  /** Whether the files of one folder that can hold its ratings belong together. */
  boolean severalFiles() {
    return this == netflix || this == parquet;
  }
}
