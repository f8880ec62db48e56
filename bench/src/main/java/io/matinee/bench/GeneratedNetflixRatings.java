package io.matinee.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * Ratings as the Netflix prize wrote them: below a line {@code movie:} rows {@code
 * user,rating,date} in no order, 5,346 a movie as in the first of its four files, by 470,000 users
 * whose ids go up to 2,649,429. No user rates a movie twice.
 */
record GeneratedNetflixRatings() {
  private static final int RATINGS_A_MOVIE = 5_346;
  private static final int LARGEST_ID = 2_649_429;

  /** A prime, so that any stride visits each user once before it repeats. */
  private static final int USERS = 470_021;

  private static final long IDS_A_USER = LARGEST_ID / USERS;
  private static final LocalDate FIRST_DAY = LocalDate.of(1999, 11, 11);
  private static final int DAYS = 2_242;
  private static final int RATINGS = 5;

  void write(Path file, int rows, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      long begin = 0;
      long step = 1;
      for (int row = 0; row < rows; row++) {
        int rating = row % RATINGS_A_MOVIE;
        if (rating == 0) {
          begin = random.nextInt(USERS);
          step = 1L + random.nextInt(USERS - 1);
          writer.write(row / RATINGS_A_MOVIE + 1 + ":\n");
        }
        long user = (begin + step * rating) % USERS;
        writer.write(
            1
                + IDS_A_USER * user
                + ","
                + (1 + random.nextInt(RATINGS))
                + ","
                + FIRST_DAY.plusDays(random.nextInt(DAYS))
                + "\n");
      }
    }
  }
}
