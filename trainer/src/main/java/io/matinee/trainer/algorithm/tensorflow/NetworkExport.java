package io.matinee.trainer.algorithm.tensorflow;

import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.Activation;
import io.matinee.model.scoring.DenseLayer;
import io.matinee.model.scoring.NetworkModel;
import io.matinee.model.scoring.NetworkObjective;
import io.matinee.trainer.algorithm.TrainingTask;
import io.matinee.trainer.algorithm.setting.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns the weights of a {@link ConcatenationNetwork} into a network model. A movie without a
 * training rating gets a vector of zeros, a user without one the mean of the others' vectors.
 */
final class NetworkExport {

  private NetworkExport() {}

  static NetworkModel of(NetworkTraining.Outcome outcome, TrainingTask task) {
    Settings settings = task.settings();
    RatingsMatrix ratings = task.ratings();
    int userDimensions = settings.get(EmbeddingNetwork.USER_DIMENSIONS);
    int[] counts = IntStream.range(0, ratings.userCount()).map(ratings::userRatingCount).toArray();
    UserRows users =
        UserRows.of(outcome.weights().of(ConcatenationNetwork.USERS), userDimensions, counts);
    return new NetworkModel(
        userDimensions,
        settings.get(EmbeddingNetwork.MOVIE_DIMENSIONS),
        users.vectors(),
        TableRows.OWN.known(
            outcome.weights().of(ConcatenationNetwork.MOVIES), ratings.movieRatingCounts()),
        users.mean(),
        layers(outcome.weights(), settings),
        task.scale(),
        new NetworkObjective(
            settings.get(NetworkSettings.LINK), users.spread().weight(outcome.squaredError())));
  }

  private static List<DenseLayer> layers(Weights weights, Settings settings) {
    List<Integer> widths = new ArrayList<>(settings.get(EmbeddingNetwork.HIDDEN_LAYERS));
    int hidden = widths.size();
    widths.add(1);
    List<DenseLayer> layers = new ArrayList<>();
    for (int index = 0; index < widths.size(); index++) {
      String name = ConcatenationNetwork.layer(index);
      float[] kernel = weights.of(Dense.kernel(name));
      layers.add(
          new DenseLayer(
              kernel.length / widths.get(index),
              widths.get(index),
              kernel,
              weights.of(Dense.bias(name)),
              index < hidden ? settings.get(EmbeddingNetwork.ACTIVATION) : Activation.LINEAR));
    }
    return layers;
  }
}
