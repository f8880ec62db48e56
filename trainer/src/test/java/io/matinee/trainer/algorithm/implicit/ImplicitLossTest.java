package io.matinee.trainer.algorithm.implicit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matinee.model.linear.Vectors;
import io.matinee.trainer.algorithm.likes.Likes;
import org.junit.jupiter.api.Test;

/** The loss after a user step against its definition, cell by cell. */
class ImplicitLossTest {

  private static final double REGULARISATION = .5;
  private static final double CONFIDENCE = 8;

  private final float[] movies = {.4f, -.3f, .9f, .2f, -.6f, .7f};
  private final Likes likes = new Likes(new int[] {0, 2, 3}, new int[] {0, 2, 1});

  @Test
  void equalsTheSumOverAllCells() {
    float[] users = new HalfStep(movies, 2, REGULARISATION, CONFIDENCE).solve(likes);

    double loss =
        ImplicitLoss.afterUserStep(
            likes, Vectors.rows(users, 2), Vectors.rows(movies, 2), REGULARISATION, CONFIDENCE);

    assertThat(loss).isCloseTo(byDefinition(users) / 3, within(1e-6));
  }

  private double byDefinition(float[] users) {
    boolean[][] liked = {{true, false, true}, {false, true, false}};
    double loss = 0;
    for (int user = 0; user < 2; user++) {
      for (int movie = 0; movie < 3; movie++) {
        double score =
            users[2 * user] * movies[2 * movie] + users[2 * user + 1] * movies[2 * movie + 1];
        double error = (liked[user][movie] ? 1 : 0) - score;
        loss += (liked[user][movie] ? CONFIDENCE : 1) * error * error;
      }
    }
    for (float value : users) {
      loss += REGULARISATION * value * value;
    }
    for (float value : movies) {
      loss += REGULARISATION * value * value;
    }
    return loss;
  }
}
