-- A data set that is made again under the name of a deleted one goes on with its numbers: a name never means two versions.
CREATE TABLE deleted_dataset (
  dataset_id          VARCHAR(63) NOT NULL PRIMARY KEY,
  last_version_number BIGINT NOT NULL
);
