-- Model versions can be deleted, and a number is never given twice.
ALTER TABLE model ADD COLUMN last_version_number BIGINT NOT NULL DEFAULT 0;

UPDATE model SET last_version_number =
  (SELECT coalesce(max(v.version_number), 0) FROM model_version v WHERE v.model_id = model.model_id);

-- What versions of before V8 were trained on stands in their manifests alone: they hold their data as the others do.
UPDATE model_version SET dataset_version =
  (SELECT max('datasets/' || v.dataset_id || '/versions/' || v.version_number) FROM dataset_version v
    WHERE model_version.manifest LIKE '%"datasets/' || v.dataset_id || '/versions/' || v.version_number || '"%')
  WHERE dataset_version IS NULL;
