package io.matinee.serving.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.Activation;
import io.matinee.model.scoring.DenseLayer;
import io.matinee.model.scoring.Link;
import io.matinee.model.scoring.NeighbourModel;
import io.matinee.model.scoring.NeighbourObjective;
import io.matinee.model.scoring.NetworkModel;
import io.matinee.model.scoring.NetworkObjective;
import io.matinee.proto.model.v1.MovieRating;
import io.matinee.proto.serving.v1.PredictRatingsRequest;
import io.matinee.proto.serving.v1.RecommendRequest;
import io.matinee.runtime.call.HeavyCalls;
import io.matinee.serving.SampleVersion;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Which users' calls go to the pool. The movies that the first user rated are popular: a weight
 * leads from each into every movie.
 */
@QuarkusTest
@Tag("process")
class HeavyUserTest extends RunningService {
  private static final RatingsMatrix TRAINING = CONTENT.training();

  @Inject HeavyCalls heavy;

  @Test
  void whoLikesManyPopularMoviesIsHeavyAndWhoLikesFewIsNot() {
    serve(VERSION.content(neighbours()));

    assertThat(isHeavy(request("1", 0))).isTrue();
    assertThat(isHeavy(request("2", 0))).isFalse();
    assertThat(isHeavy(request("", 10))).isTrue();
    assertThat(isHeavy(request("", 2))).isFalse();
    assertThat(isHeavy(request("nobody", 0))).isFalse();
  }

  @Test
  void everyUserIsHeavyWhereLayersAreWide() {
    serve(VERSION.content(network(65)));
    assertThat(isHeavy(request("1", 0))).isTrue();

    serve(VERSION.content(network(32)));
    assertThat(isHeavy(request("1", 0))).isFalse();
  }

  private static NetworkModel network(int hidden) {
    return new NetworkModel(
        1,
        1,
        new float[TRAINING.userCount()],
        new float[TRAINING.movieCount()],
        new float[1],
        List.of(
            new DenseLayer(2, hidden, new float[2 * hidden], new float[hidden], Activation.RELU),
            new DenseLayer(hidden, 1, new float[hidden], new float[1], Activation.LINEAR)),
        RatingScale.MOVIELENS_HALF_STARS,
        new NetworkObjective(Link.IDENTITY, 1));
  }

  @Test
  void noUserIsHeavyWhereVectorsScore() {
    serve(CONTENT);

    assertThat(isHeavy(request("1", 0))).isFalse();
    assertThat(isHeavy(request("1", 10))).isFalse();
  }

  @Test
  void everyFurtherPageIsHeavy() {
    serve(CONTENT);

    assertThat(isHeavy(request("1", 0).setPageToken("any"))).isTrue();
  }

  @Test
  void ratingsOfTheTrainingAreFoldedInToo() {
    SampleVersion sample = new SampleVersion(3, 150, 4, 60, 5);
    serve(sample.content());

    assertThat(isHeavy(request("1", 0))).isFalse();
    assertThat(isHeavy(request("1", 1))).isTrue();
    PredictRatingsRequest.Builder predict =
        PredictRatingsRequest.newBuilder().setUserId("1").addMovieIds("10");
    assertThat(isHeavy(predict)).isFalse();
    assertThat(isHeavy(predict.addRatings(MovieRating.newBuilder().setMovieId("10")))).isTrue();
  }

  @Test
  void aCallThatIsRefusedIsNot() {
    serve(VERSION.content(neighbours()));

    assertThat(isHeavy(request("1", 0).setModelVersion("models/movies/versions/other"))).isFalse();
    RecommendRequest.Builder unknown = request("", 0);
    IntStream.range(0, 10)
        .forEach(index -> unknown.addRatings(MovieRating.newBuilder().setMovieId("no" + index)));
    assertThat(isHeavy(unknown)).isFalse();
  }

  private boolean isHeavy(Message.Builder request) {
    return heavy.isHeavy(request.build());
  }

  /** Asks for the list of a user who brings ratings of so many popular movies. */
  private static RecommendRequest.Builder request(String userId, int ratings) {
    RecommendRequest.Builder request = RecommendRequest.newBuilder().setUserId(userId);
    for (int position = 0; position < ratings; position++) {
      String movie = movieId(TRAINING.movieAt(TRAINING.userStart(0) + position));
      request.addRatings(MovieRating.newBuilder().setMovieId(movie));
    }
    return request;
  }

  private static NeighbourModel neighbours() {
    int movies = TRAINING.movieCount();
    long[] starts = new long[movies + 1];
    for (int movie = 0; movie < movies; movie++) {
      starts[movie + 1] = starts[movie] + (TRAINING.contains(0, movie) ? movies : 0);
    }
    int[] into = new int[(int) starts[movies]];
    Arrays.setAll(into, position -> position % movies);
    float[] weights = new float[into.length];
    Arrays.fill(weights, 1);
    return new NeighbourModel(starts, into, weights, new NeighbourObjective(0));
  }
}
