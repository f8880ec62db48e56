package io.matinee.trainer.algorithm.preset;

import io.matinee.trainer.algorithm.KeptChoice;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The presets of this program. Thread-safe. */
public final class PresetCatalogue {

  private static final String DOT = "embedding-dot";
  private static final String NETWORK = "embedding-network";

  private static final Preset NOTEBOOK_000 =
      dot(
          "notebook-000",
          "Vectors of 20 numbers and biases through a sigmoid, by the squared error of ratings on"
              + " [0, 1].",
          Map.of(
              "dimensions", "20",
              "biases", "uniform",
              "bias-regularisation", "0",
              "loss", "squared-error-of-shares",
              "epochs", "20"));

  private static final Preset NOTEBOOK_001_V1 =
      dot(
          "notebook-001-v1",
          "The product of two vectors of 50 numbers, by the squared error.",
          Map.of("biases", "none", "link", "identity"));

  private static final Preset NOTEBOOK_001_V2 =
      dot(
          "notebook-001-v2",
          "Vectors of 50 numbers and biases through a sigmoid, by the squared error.",
          Map.of());

  private static final Preset NOTEBOOK_001_NET =
      network(
          "notebook-001-net",
          "Vectors of 50 numbers side by side, a hidden layer of 10 and a sigmoid, with dropout.",
          Map.of());

  private static final Preset NOTEBOOK_001_NETV2 =
      dot(
          "notebook-001-netv2",
          "Vectors of 50 numbers and biases through a sigmoid, by the cross-entropy of ratings on"
              + " [0, 1].",
          Map.of("biases", "uniform", "bias-regularisation", "0", "loss", "cross-entropy"));

  private static final Preset NOTEBOOK_002 =
      dot(
          "notebook-002",
          "Vectors of 16 numbers and biases through a sigmoid, all from a normal distribution, by"
              + " the squared error of ratings on [0, 1].",
          Map.of(
              "dimensions", "16",
              "initialiser", "normal",
              "regularisation", "0",
              "biases", "normal",
              "bias-regularisation", "0",
              "loss", "squared-error-of-shares",
              "learning-rate", "0.01",
              "epochs", "10"));

  private static final Preset NOTEBOOK_003_MF =
      dot(
          "notebook-003-mf",
          "The product of two vectors of 10 numbers, by the squared error, 256 ratings a step.",
          Map.of(
              "dimensions", "10",
              "initialiser", "uniform",
              "regularisation", "0",
              "biases", "none",
              "link", "identity",
              "batch-size", "256",
              "epochs", "20"));

  private static final Preset NOTEBOOK_003_DEEP =
      network(
          "notebook-003-deep",
          "Vectors of 20 and 10 numbers side by side and a hidden layer of 256.",
          Map.ofEntries(
              Map.entry("user-dimensions", "20"),
              Map.entry("movie-dimensions", "10"),
              Map.entry("hidden-layers", "256"),
              Map.entry("kernel-initialiser", "glorot-uniform"),
              Map.entry("input-dropout", "0"),
              Map.entry("hidden-dropout", "0"),
              Map.entry("initialiser", "uniform"),
              Map.entry("regularisation", "0"),
              Map.entry("link", "identity"),
              Map.entry("batch-size", "256"),
              Map.entry("epochs", "10")));

  private static final List<Preset> ALL =
      Stream.of(
              NOTEBOOK_000,
              NOTEBOOK_000.asWritten(
                  "rows by scaled indexes, a product over the whole batch",
                  Map.of("rows", "scaled", "product", "of-batch")),
              NOTEBOOK_001_V1,
              NOTEBOOK_001_V2,
              NOTEBOOK_001_NET,
              NOTEBOOK_001_NETV2,
              NOTEBOOK_001_NETV2.asWritten(
                  "a product over the whole batch", Map.of("product", "of-batch")),
              NOTEBOOK_002,
              NOTEBOOK_003_MF,
              NOTEBOOK_003_DEEP,
              NOTEBOOK_003_DEEP.asWritten("no activation", Map.of("activation", "linear")))
          .sorted(Comparator.comparing(Preset::id))
          .toList();

  private PresetCatalogue() {}

  /** Returns all presets, by id. */
  public static List<Preset> all() {
    return ALL;
  }

  /** Returns the preset of this id, if there is one. */
  public static Optional<Preset> find(String id) {
    return ALL.stream().filter(preset -> preset.id().equals(id)).findFirst();
  }

  private static Preset dot(String id, String description, Map<String, String> settings) {
    return new Preset(id, description, new KeptChoice(DOT, settings));
  }

  private static Preset network(String id, String description, Map<String, String> settings) {
    return new Preset(id, description, new KeptChoice(NETWORK, settings));
  }
}
