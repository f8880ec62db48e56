-- A change of the data that is meant: the version counts as unremarkable from then on.
ALTER TABLE dataset_version ADD COLUMN accept_reason VARCHAR(4096);
ALTER TABLE dataset_version ADD COLUMN accept_time BIGINT;
