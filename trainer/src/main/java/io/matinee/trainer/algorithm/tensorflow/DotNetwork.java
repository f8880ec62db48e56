package io.matinee.trainer.algorithm.tensorflow;

import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.Output;

/**
 * The score is the product of two vectors, with or without biases:
 *
 * <pre>
 *   score(u, m) = p_u . q_m + b_u + b_m        p [users, d], q [movies, d], b [users, 1], [movies, 1]
 * </pre>
 *
 * With {@link Product#OF_BATCH} all examples of a batch share one product, the sum of theirs: what
 * {@code tensordot(p, q, 2)} gives, by mistake.
 */
final class DotNetwork implements Network {

  static final String USERS = "users";
  static final String MOVIES = "movies";
  static final String USER_BIAS = "user_bias";
  static final String MOVIE_BIAS = "movie_bias";

  private final Embedding users;
  private final Embedding movies;
  private final List<Embedding> biases;
  private final Product product;

  /**
   * Makes the tables.
   *
   * @param biases those of users and of movies, or none
   */
  DotNetwork(Embedding users, Embedding movies, List<Embedding> biases, Product product) {
    this.users = users;
    this.movies = movies;
    this.biases = biases;
    this.product = product;
  }

  @Override
  public List<Embedding> parameters() {
    return Stream.concat(Stream.of(users, movies), biases.stream()).toList();
  }

  @Override
  public Output<?> scores(Pass pass, Output<?> user, Output<?> movie) {
    GraphBuilder graph = pass.graph();
    Output<?> products = graph.multiply(pass.rows(users, user), pass.rows(movies, movie));
    Output<?> ones = graph.rowSums(products);
    Output<?> scores =
        switch (product) {
          case OF_PAIR -> ones;
          case OF_BATCH -> graph.apply("Sum", ones, graph.vector(0));
        };
    if (biases.isEmpty()) {
      return scores;
    }
    Output<?> ofUser = graph.reshape(pass.rows(biases.getFirst(), user), -1);
    Output<?> ofMovie = graph.reshape(pass.rows(biases.getLast(), movie), -1);
    return graph.add(scores, graph.add(ofUser, ofMovie));
  }

  /** What is summed of the products of vectors. */
  enum Product {
    /** An example's own. */
    OF_PAIR,
    /** Those of all examples of its batch. */
    OF_BATCH
  }
}
