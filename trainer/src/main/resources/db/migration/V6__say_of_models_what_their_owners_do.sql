-- What is said of models, with an audit of each change. A model is there from its first version on.
CREATE TABLE model (
  model_id     VARCHAR(63) NOT NULL PRIMARY KEY,
  display_name VARCHAR(256) NOT NULL,
  etag         VARCHAR(63) NOT NULL,
  create_time  BIGINT NOT NULL,
  update_time  BIGINT NOT NULL
);

INSERT INTO model (model_id, display_name, etag, create_time, update_time)
  SELECT model_id, '', model_id, min(create_time), min(create_time) FROM model_version GROUP BY model_id;

CREATE TABLE model_audit (
  etag                VARCHAR(63) NOT NULL PRIMARY KEY,
  model_id            VARCHAR(63) NOT NULL REFERENCES model (model_id),
  display_name_before VARCHAR(256) NOT NULL,
  display_name_after  VARCHAR(256) NOT NULL,
  reason              VARCHAR(4096) NOT NULL,
  change_time         BIGINT NOT NULL
);
