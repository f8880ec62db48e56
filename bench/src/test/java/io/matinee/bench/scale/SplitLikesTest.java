package io.matinee.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitLikesTest {
  @TempDir Path folder;

  @Test
  void everyLikeIsInOneOfBothPartsAndNothingElseIs() throws IOException {
    StringBuilder ratings = new StringBuilder("userId,movieId,rating,timestamp\n");
    List<Integer> likes = new ArrayList<>();
    for (int user = 0; user < 50; user++) {
      for (int movie = 0; movie < 20; movie++) {
        boolean liked = (user + movie) % 3 == 0;
        ratings.append(user + 1).append(',').append(movie + 1).append(liked ? ",4.0" : ",3.5");
        ratings.append(",0\n");
        if (liked) {
          likes.add(100 * user + movie);
        }
      }
    }
    Path file = Files.writeString(folder.resolve("ratings.csv"), ratings);

    SplitLikes split = new SplitLikes(folder);
    int trained = split.write(file, 1);

    List<Integer> training = pairs(split.training());
    List<Integer> heldOut = pairs(split.heldOut());
    assertThat(training).hasSize(trained).doesNotContainAnyElementsOf(heldOut);
    assertThat(trained).isBetween(likes.size() * 7 / 10, likes.size() * 9 / 10);
    training.addAll(heldOut);
    assertThat(training).containsExactlyInAnyOrderElementsOf(likes);
  }

  private static List<Integer> pairs(IntBuffer file) {
    List<Integer> pairs = new ArrayList<>();
    while (file.hasRemaining()) {
      pairs.add(100 * file.get() + file.get());
    }
    return pairs;
  }
}
