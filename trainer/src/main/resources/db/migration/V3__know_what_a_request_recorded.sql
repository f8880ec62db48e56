-- Of the request's content, in hexadecimal digits; empty of what was recorded before.
ALTER TABLE rating_request ADD COLUMN content_sha256 VARCHAR(64) NOT NULL DEFAULT '';
