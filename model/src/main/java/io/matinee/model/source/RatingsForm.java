package io.matinee.model.source;

import java.util.regex.Pattern;

/** The form of a ratings file; what fits an earlier one is not looked at as a later one. */
public enum RatingsForm {
  /** Parquet with named columns. */
  PARQUET("(ratings|watches)\\.parquet|part-[^/]*\\.parquet", "ratings.parquet"),
  /** A JSON object a line. */
  JSON_LINES("(ratings|watches)\\.(jsonl|ndjson|json)", "ratings.jsonl"),
  /** Netflix prize: {@code movie:} above its rows {@code user,rating,date}. */
  NETFLIX("combined_data_\\d{1,4}\\.txt|mv_\\d{1,7}\\.txt", "combined_data_1.txt"),
  /** Delimited text whose columns a header names, or the caller: MovieLens csv among it. */
  DELIMITED("(ratings|watches)\\.(csv|tsv|txt)|ratings_small\\.csv", "ratings.csv"),
  /** MovieTweetings: as MovieLens 1M, with ids of imdb.com. */
  MOVIETWEETINGS("ratings\\.dat", "ratings.dat"),
  /** MovieLens 1M and 10M: {@code user::movie::rating::timestamp}. */
  MOVIELENS_DAT("ratings\\.dat", "ratings.dat"),
  /** MovieLens 100k: tab-separated {@code u.data}. */
  MOVIELENS_DATA("u\\.data", "u.data");

  private final Pattern names;
  private final String fileName;

  RatingsForm(String names, String fileName) {
    this.names = Pattern.compile(names);
    this.fileName = fileName;
  }

  /** Returns what such a file is usually called, or the first of several. */
  public String fileName() {
    return fileName;
  }

  /** Whether a file of this name, in lower case and unpacked, can hold ratings of this form. */
  public boolean takes(String name) {
    return names.matcher(name).matches();
  }

  /** Whether the files of one folder that can hold its ratings belong together. */
  public boolean severalFiles() {
    return this == NETFLIX || this == PARQUET;
  }
}
