package io.matinee.trainer.dataset.version;

/**
 * A blob of a data-set version.
 *
 * @param name what it holds: ratings, catalogue, users, rejects or description
 * @param sha256 its digest, 64 lower-case hexadecimal digits
 * @param size its size in bytes
 */
public record DatasetBlob(String name, String sha256, long size) {
  /** The ratings, as Parquet. */
  public static final String RATINGS = "ratings";

  /** The catalogue, as Parquet. */
  public static final String CATALOGUE = "catalogue";

  /** What is known of users: user_id, age, sex and occupation, as Parquet. */
  public static final String USERS = "users";

  /** The rejected rows, one JSON object a line. */
  public static final String REJECTS = "rejects";

  /** The figures of the version, as JSON. */
  public static final String DESCRIPTION = "description";
}
