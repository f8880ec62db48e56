package io.matinee.trainer.dataset.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.digest.Sha256;
import io.matinee.trainer.query.QueryEngine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitDigestTest {
  private static final String ENDED = "\0";

  @TempDir Path folder;

  @Test
  void isThatOfTheFieldsInTheOrderOfTheBytesOfBothIds() throws Exception {
    try (QueryEngine engine = QueryEngine.open(folder, 64)) {
      assertThat(
              SplitDigest.of(
                  engine,
                  """
                  (VALUES ('é', 'a', 3.5::FLOAT, 7), ('10', 'b', 1e-7::FLOAT, NULL),
                    ('1', 'z', 4::FLOAT, 0), ('10', 'B', 10::FLOAT, 1425168000))
                    AS rated(user_id, movie_id, rating, timestamp)
                  """))
          .isEqualTo(
              digest(
                  "1",
                  "z",
                  "4.0",
                  "0",
                  "10",
                  "B",
                  "10.0",
                  "1425168000",
                  "10",
                  "b",
                  "1.0E-7",
                  "",
                  "é",
                  "a",
                  "3.5",
                  "7"));
    }
  }

  @Test
  void ordersWholeNumbersAsTexts() throws Exception {
    try (QueryEngine engine = QueryEngine.open(folder, 64)) {
      assertThat(
              SplitDigest.of(
                  engine,
                  """
                  (VALUES (9::BIGINT, 1::BIGINT, 1::FLOAT, 5), (10, 2, 1::FLOAT, 5))
                    AS rated(user_id, movie_id, rating, timestamp)
                  """))
          .isEqualTo(digest("10", "2", "1.0", "5", "9", "1", "1.0", "5"));
    }
  }

  private static String digest(String... fields) {
    return Sha256.of((String.join(ENDED, fields) + ENDED).getBytes(StandardCharsets.UTF_8));
  }
}
