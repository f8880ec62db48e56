-- What is held out of training, under a name of its own. The manifest says it all; what stands beside it is looked for.
CREATE TABLE dataset_split (
  dataset_id      VARCHAR(63) NOT NULL REFERENCES dataset (dataset_id),
  split_id        VARCHAR(63) NOT NULL,
  dataset_version VARCHAR(256) NOT NULL,
  ratings_of      VARCHAR(256),
  manifest        TEXT NOT NULL,
  sha256          CHAR(64) NOT NULL,
  create_time     BIGINT NOT NULL,
  PRIMARY KEY (dataset_id, split_id)
);
