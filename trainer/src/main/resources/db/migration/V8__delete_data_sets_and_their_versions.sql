-- Data-set versions can be deleted: not while a model version was trained on them, and a number is never given twice.
ALTER TABLE model_version ADD COLUMN dataset_version VARCHAR(256);

ALTER TABLE dataset ADD COLUMN last_version_number BIGINT NOT NULL DEFAULT 0;

UPDATE dataset SET last_version_number =
  (SELECT coalesce(max(v.version_number), 0) FROM dataset_version v WHERE v.dataset_id = dataset.dataset_id);
