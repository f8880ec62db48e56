package io.matinee.trainer.algorithm.tensorflow;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A product of vectors with biases in double precision, trained by the squared error in stars and
 * by Adam as the paper writes it: slow, and simple enough to be read at once.
 */
final class ReferenceDot {

  private static final double RANGE = 4.5;
  private static final double LEAST = .5;
  private static final double DECAY = .01;

  private final Table users;
  private final Table movies;
  private final Table userBias;
  private final Table movieBias;
  private int steps;

  ReferenceDot(Weights start) {
    this.users = new Table(start.of("users"), DECAY);
    this.movies = new Table(start.of("movies"), DECAY);
    this.userBias = new Table(start.of("user_bias"), 0);
    this.movieBias = new Table(start.of("movie_bias"), 0);
  }

  double[] weights(String name) {
    return switch (name) {
      case "users" -> users.values;
      case "movies" -> movies.values;
      case "user_bias" -> userBias.values;
      case "movie_bias" -> movieBias.values;
      default -> throw new IllegalArgumentException(name);
    };
  }

  double rating(int user, int movie) {
    return LEAST + RANGE * share(score(user, movie));
  }

  private double score(int user, int movie) {
    double sum = userBias.values[user] + movieBias.values[movie];
    for (int index = 0; index < 2; index++) {
      sum += users.values[2 * user + index] * movies.values[2 * movie + index];
    }
    return sum;
  }

  private static double share(double score) {
    return 1 / (1 + Math.exp(-score));
  }

  void step(Examples batch, double learningRate) {
    for (int example = 0; example < batch.count(); example++) {
      int user = batch.users()[example];
      int movie = batch.movies()[example];
      double share = share(score(user, movie));
      double error = rating(user, movie) - batch.ratings()[example];
      double slope = 2 * error * RANGE * share * (1 - share) / batch.count();
      userBias.gradient[user] += slope;
      movieBias.gradient[movie] += slope;
      for (int index = 0; index < 2; index++) {
        users.gradient[2 * user + index] += slope * movies.values[2 * movie + index];
        movies.gradient[2 * movie + index] += slope * users.values[2 * user + index];
      }
    }
    steps++;
    double rate = learningRate * Math.sqrt(1 - Math.pow(.999, steps)) / (1 - Math.pow(.9, steps));
    Stream.of(users, movies, userBias, movieBias).forEach(table -> table.move(rate));
  }

  /** A table with its moments. */
  private static final class Table {
    private final double[] values;
    private final double[] first;
    private final double[] second;
    private final double[] gradient;
    private final double decay;

    Table(float[] start, double decay) {
      this.values = IntStream.range(0, start.length).mapToDouble(index -> start[index]).toArray();
      this.first = new double[start.length];
      this.second = new double[start.length];
      this.gradient = new double[start.length];
      this.decay = decay;
    }

    void move(double rate) {
      for (int index = 0; index < values.length; index++) {
        double slope = gradient[index] + 2 * decay * values[index];
        first[index] = .9 * first[index] + .1 * slope;
        second[index] = .999 * second[index] + .001 * slope * slope;
        values[index] -= rate * first[index] / (Math.sqrt(second[index]) + 1e-7);
        gradient[index] = 0;
      }
    }
  }
}
