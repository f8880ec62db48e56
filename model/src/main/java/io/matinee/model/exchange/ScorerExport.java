package io.matinee.model.exchange;

import io.matinee.model.memory.LittleEndian;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.scoring.BiasScorer;
import io.matinee.model.scoring.Biases;
import io.matinee.model.scoring.DenseLayer;
import io.matinee.model.scoring.FactorScorer;
import io.matinee.model.scoring.Factors;
import io.matinee.model.scoring.NeighbourScorer;
import io.matinee.model.scoring.Neighbours;
import io.matinee.model.scoring.NetworkScorer;
import io.matinee.model.scoring.NetworkWeights;
import io.matinee.model.scoring.Scorer;
import io.matinee.model.snapshot.ObjectiveJson;
import io.matinee.model.snapshot.ScorerManifest;
import io.matinee.model.snapshot.Snapshot;
import io.matinee.model.snapshot.Tensor;
import io.matinee.model.snapshot.TensorType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A scorer with all that another program needs to score as it does. The owner of its arrays must
 * outlive it.
 *
 * <p>Of factors: score(u, m) = mean + bias(u) + bias(m) + vector(u) . vector(m); of biases the same
 * without the product. {@code link} says how a score becomes a rating: it is one ("identity"),
 * minimum + (maximum - minimum) / (1 + exp(-score)) ("scaled-sigmoid"), or none, since scores only
 * rank ("none").
 *
 * @param texts model_version, dataset_version, scorer, algorithm, kind, link, and the objective as
 *     JSON, by these names, in their order
 * @param movies the movies
 * @param users the users; of a scorer of neighbours, whose users are what they like, empty
 * @param others further arrays: {@code scale} f32 [2], minimum and maximum; {@code mean} f32 [1] of
 *     factors and biases; of neighbours {@code indptr}, {@code indices} and {@code weights}, a CSR
 *     matrix by the liked movie; of a network {@code nobody}, {@code kernel_0}, {@code bias_0} and
 *     so on, in the order of its layers, whose activations are the text "activations"
 */
public record ScorerExport(
    Map<String, String> texts,
    ExportedSide movies,
    Optional<ExportedSide> users,
    List<Tensor> others) {
  /** The text that says how a score becomes a rating. */
  public static final String LINK = "link";

  /** The text that says what was trained for. */
  public static final String OBJECTIVE = "objective";

  /** The link of scores that only rank. */
  public static final String NO_LINK = "none";

  /** Copies the collections. */
  public ScorerExport {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    others = List.copyOf(others);
  }

  /**
   * Takes a scorer out of a version.
   *
   * @param version the name of the version
   * @param name which scorer it is: "ranking" or "rating"
   * @param snapshot the version; its users and catalogue are open
   * @param manifest what the version says of the scorer
   * @param scorer the scorer
   */
  public static ScorerExport of(
      String version, String name, Snapshot snapshot, ScorerManifest manifest, Scorer scorer) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("model_version", version);
    texts.put("dataset_version", snapshot.manifest().datasetVersion());
    texts.put("scorer", name);
    texts.put("algorithm", manifest.algorithm());
    texts.put("kind", manifest.kind());
    texts.put(LINK, scorer.rating().map(link -> link.link().id()).orElse(NO_LINK));
    texts.put(OBJECTIVE, ObjectiveJson.write(manifest.objective()));
    ExportedSide movies = ExportedSide.ofIds("movie", snapshot.catalogue().ids());
    ExportedSide users = ExportedSide.ofIds("user", snapshot.users());
    Tensor scale = scale(snapshot.manifest().scale());
    return switch (scorer) {
      case FactorScorer factors -> of(texts, movies, users, scale, factors.factors());
      case BiasScorer biases -> of(texts, movies, users, scale, biases.biases());
      case NeighbourScorer neighbours -> of(texts, movies, scale, neighbours.neighbours());
      case NetworkScorer network -> of(texts, movies, users, scale, network.weights());
    };
  }

  private static ScorerExport of(
      Map<String, String> texts,
      ExportedSide movies,
      ExportedSide users,
      Tensor scale,
      Factors factors) {
    return new ScorerExport(
        texts,
        movies
            .withFactors(factors.movieFactors(), factors.dimension())
            .withBias(factors.movieBias()),
        Optional.of(
            users
                .withFactors(factors.userFactors(), factors.dimension())
                .withBias(factors.userBias())),
        List.of(scale, mean(factors.mean())));
  }

  private static ScorerExport of(
      Map<String, String> texts,
      ExportedSide movies,
      ExportedSide users,
      Tensor scale,
      Biases biases) {
    return new ScorerExport(
        texts,
        movies.withBias(biases.movieBias()),
        Optional.of(users.withBias(biases.userBias())),
        List.of(scale, mean(biases.mean())));
  }

  private static ScorerExport of(
      Map<String, String> texts, ExportedSide movies, Tensor scale, Neighbours neighbours) {
    return new ScorerExport(
        texts,
        movies,
        Optional.empty(),
        List.of(
            scale,
            Tensor.ofAll("indptr", TensorType.I64, neighbours.starts()),
            Tensor.ofAll("indices", TensorType.I32, neighbours.neighbours()),
            Tensor.ofAll("weights", TensorType.F32, neighbours.weights())));
  }

  private static ScorerExport of(
      Map<String, String> texts,
      ExportedSide movies,
      ExportedSide users,
      Tensor scale,
      NetworkWeights network) {
    texts.put(
        "activations",
        network.layers().stream()
            .map(layer -> layer.activation().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(",")));
    List<Tensor> others = new ArrayList<>();
    others.add(scale);
    others.add(Tensor.of("nobody", network.nobody(), network.userDimension()));
    for (int index = 0; index < network.layers().size(); index++) {
      DenseLayer layer = network.layers().get(index);
      others.add(Tensor.of("kernel_" + index, layer.kernel(), layer.inputs(), layer.outputs()));
      others.add(Tensor.of("bias_" + index, layer.bias(), layer.outputs()));
    }
    return new ScorerExport(
        texts,
        movies.withFactors(network.movieVectors(), network.movieDimension()),
        Optional.of(users.withFactors(network.userVectors(), network.userDimension())),
        others);
  }

  private static Tensor scale(RatingScale scale) {
    return Tensor.of("scale", new float[] {scale.minimum(), scale.maximum()}, 2);
  }

  private static Tensor mean(float mean) {
    return Tensor.of("mean", new float[] {mean}, 1);
  }

  /**
   * Returns all but the two sides as texts, by name: the texts, and numbers with spaces between, as
   * Java writes floats.
   */
  public Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>(texts);
    for (Tensor tensor : others) {
      facts.put(tensor.name(), written(tensor));
    }
    return facts;
  }

  private static String written(Tensor tensor) {
    return LongStream.range(0, tensor.data().byteSize() / Float.BYTES)
        .mapToObj(at -> Float.toString(tensor.data().getAtIndex(LittleEndian.FLOAT, at)))
        .collect(Collectors.joining(" "));
  }

  /** Returns the sides that there are, the movies first. */
  List<ExportedSide> sides() {
    return users.map(present -> List.of(movies, present)).orElse(List.of(movies));
  }
}
