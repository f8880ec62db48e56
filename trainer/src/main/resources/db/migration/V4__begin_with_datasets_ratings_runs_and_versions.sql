-- Portable SQL, for SQLite and PostgreSQL. Lengths, which PostgreSQL alone enforces, are those of the contracts, in bytes there and
-- characters here. Times are microseconds since 1970.
-- The first one: 1 to 3 were those of builds before 0.1.0, whose homes are refused.

-- One row: how often a trainer took the home over. Who took it last may write.
CREATE TABLE ownership (
  epoch   BIGINT NOT NULL,
  home_id VARCHAR(36)
);

INSERT INTO ownership (epoch) VALUES (0);

CREATE TABLE dataset (
  dataset_id   VARCHAR(63) NOT NULL PRIMARY KEY,
  display_name VARCHAR(256) NOT NULL,
  create_time  BIGINT NOT NULL
);

CREATE TABLE dataset_version (
  dataset_id      VARCHAR(63) NOT NULL REFERENCES dataset (dataset_id),
  version_number  BIGINT NOT NULL,
  manifest_sha256 CHAR(64) NOT NULL,
  manifest        TEXT NOT NULL,
  create_time     BIGINT NOT NULL,
  PRIMARY KEY (dataset_id, version_number)
);

CREATE TABLE dataset_version_blob (
  dataset_id     VARCHAR(63) NOT NULL,
  version_number BIGINT NOT NULL,
  blob_name      VARCHAR(63) NOT NULL,
  sha256         CHAR(64) NOT NULL,
  size_bytes     BIGINT NOT NULL,
  PRIMARY KEY (dataset_id, version_number, blob_name),
  FOREIGN KEY (dataset_id, version_number) REFERENCES dataset_version (dataset_id, version_number)
);

CREATE TABLE rating_request (
  revision   BIGINT NOT NULL PRIMARY KEY,
  dataset_id VARCHAR(63) NOT NULL REFERENCES dataset (dataset_id),
  request_id VARCHAR(36) NOT NULL,
  request_digest VARCHAR(64) NOT NULL,
  record_time BIGINT NOT NULL,
  UNIQUE (dataset_id, request_id)
);

CREATE TABLE live_rating (
  dataset_id VARCHAR(63) NOT NULL,
  user_id    VARCHAR(256) NOT NULL,
  movie_id   VARCHAR(256) NOT NULL,
  revision   BIGINT NOT NULL REFERENCES rating_request (revision),
  position   INTEGER NOT NULL,
  rating     REAL NOT NULL,
  rate_time  BIGINT NOT NULL,
  PRIMARY KEY (dataset_id, user_id, revision, position)
);

CREATE INDEX live_rating_of_movie ON live_rating (dataset_id, user_id, movie_id, revision, position);

CREATE TABLE operation (
  operation_id   VARCHAR(63) NOT NULL PRIMARY KEY,
  kind           VARCHAR(15) NOT NULL,
  parent         VARCHAR(256) NOT NULL,
  request_id     VARCHAR(256),
  request_digest VARCHAR(129),
  state          VARCHAR(15) NOT NULL,
  progress       TEXT NOT NULL,
  result         TEXT NOT NULL,
  error_reason   VARCHAR(63),
  error_message  TEXT,
  error_details  TEXT,
  create_time    BIGINT NOT NULL,
  update_time    BIGINT NOT NULL
);

CREATE TABLE model_version (
  model_id        VARCHAR(63) NOT NULL,
  version_number  BIGINT NOT NULL,
  manifest_sha256 CHAR(64) NOT NULL,
  manifest        TEXT NOT NULL,
  create_time     BIGINT NOT NULL,
  PRIMARY KEY (model_id, version_number)
);

CREATE TABLE model_version_blob (
  model_id       VARCHAR(63) NOT NULL,
  version_number BIGINT NOT NULL,
  position       INTEGER NOT NULL,
  blob_name      VARCHAR(63) NOT NULL,
  sha256         CHAR(64) NOT NULL,
  size_bytes     BIGINT NOT NULL,
  PRIMARY KEY (model_id, version_number, position),
  FOREIGN KEY (model_id, version_number) REFERENCES model_version (model_id, version_number)
);

CREATE INDEX model_version_blob_by_digest ON model_version_blob (sha256);

CREATE TABLE evaluation (
  model_id       VARCHAR(63) NOT NULL,
  version_number BIGINT NOT NULL,
  evaluation_id  VARCHAR(512) NOT NULL,
  content        TEXT NOT NULL,
  attach_time    BIGINT NOT NULL,
  PRIMARY KEY (model_id, version_number, evaluation_id),
  FOREIGN KEY (model_id, version_number) REFERENCES model_version (model_id, version_number)
);

CREATE TABLE alias (
  model_id       VARCHAR(63) NOT NULL,
  alias_id       VARCHAR(63) NOT NULL,
  version_number BIGINT,
  etag           VARCHAR(63) NOT NULL,
  update_time    BIGINT NOT NULL,
  PRIMARY KEY (model_id, alias_id),
  FOREIGN KEY (model_id, version_number) REFERENCES model_version (model_id, version_number)
);

CREATE TABLE alias_audit (
  etag            VARCHAR(63) NOT NULL PRIMARY KEY,
  model_id        VARCHAR(63) NOT NULL,
  alias_id        VARCHAR(63) NOT NULL,
  version_before  BIGINT,
  version_after   BIGINT,
  reason          VARCHAR(4096) NOT NULL,
  change_time     BIGINT NOT NULL
);
