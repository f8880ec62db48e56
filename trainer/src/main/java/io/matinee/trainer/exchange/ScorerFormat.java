package io.matinee.trainer.exchange;

/** How a scorer is written. */
public enum ScorerFormat {
  /** One file of safetensors. */
  SAFETENSORS,
  /** One archive of NumPy. */
  NUMPY,
  /** Parquet of the movies. */
  PARQUET_MOVIES,
  /** Parquet of the users. */
  PARQUET_USERS
}
