-- One row: how often a trainer took the home over. Who took it last may write.
CREATE TABLE ownership (
  epoch BIGINT NOT NULL
);

INSERT INTO ownership (epoch) VALUES (0);
