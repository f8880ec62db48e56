-- A data set is deleted with its live ratings; their revisions, which count over all data sets, are not given again. One row.
CREATE TABLE rating_revision (
  last_revision BIGINT NOT NULL
);

INSERT INTO rating_revision (last_revision) SELECT coalesce(max(revision), 0) FROM rating_request;
