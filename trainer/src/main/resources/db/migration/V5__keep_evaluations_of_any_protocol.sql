-- Evaluations that earlier builds attached named neither protocol nor contestants: nothing reads them any more.
DROP TABLE evaluation;

CREATE TABLE evaluation (
  evaluation_id   VARCHAR(64) NOT NULL PRIMARY KEY,
  model_id        VARCHAR(63) NOT NULL,
  version_number  BIGINT NOT NULL,
  protocol_digest CHAR(64) NOT NULL,
  content         TEXT NOT NULL,
  attach_time     BIGINT NOT NULL,
  FOREIGN KEY (model_id, version_number) REFERENCES model_version (model_id, version_number)
);

CREATE INDEX evaluation_of_version ON evaluation (model_id, version_number);

CREATE INDEX evaluation_by_time ON evaluation (attach_time, evaluation_id);
