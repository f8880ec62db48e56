package io.matinee.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.protobuf.Value;
import io.matinee.cli.failure.CommandFailure;
import io.matinee.cli.failure.ExitCode;
import io.matinee.cli.operation.ResourceNames;
import io.matinee.proto.trainer.v1.AlgorithmChoice;
import io.matinee.proto.trainer.v1.Device;
import io.matinee.proto.trainer.v1.Task;
import io.matinee.proto.trainer.v1.TrainModelRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to train, as dotted keys: "model", "dataset", "seed", "device", "preset" (then "rating.KEY"
 * alone beside it), those of {@link HoldOutSettings}, "ranking.algorithm", "rating.algorithm"
 * ("none" for no such scorer, nothing for the trainer's default), and "ranking.KEY", "rating.KEY"
 * for hyper-parameters.
 *
 * @param values key to value
 */
record TrainingSettings(Map<String, String> values) {
  private static final String PRESET = "preset";
  private static final Set<String> KEYS =
      Stream.concat(
              Stream.of("model", "dataset", "seed", "device", PRESET),
              HoldOutSettings.KEYS.stream())
          .collect(Collectors.toUnmodifiableSet());
  private static final String RANKING = "ranking.";
  private static final String RATING = "rating.";
  private static final String NONE = "none";
  private static final YAMLMapper YAML = new YAMLMapper();

  TrainingSettings {
    values = Map.copyOf(values);
    for (String key : values.keySet()) {
      if (!KEYS.contains(key) && !key.matches("(ranking|rating)\\.[A-Za-z0-9_.-]+")) {
        throw failure(
            "unknown key \"%s\"; known are %s, ranking.KEY and rating.KEY"
                .formatted(key, String.join(", ", KEYS.stream().sorted().toList())));
      }
    }
  }

  /** Reads a YAML file whose nested maps make dotted keys. */
  static TrainingSettings read(Path file) {
    try {
      Map<String, String> values = new TreeMap<>();
      flatten("", YAML.readTree(file.toFile()), values);
      return new TrainingSettings(values);
    } catch (IOException unreadable) {
      throw failure(file + " is not a YAML file that can be read");
    }
  }

  /** Returns the same settings with another hold-out, as {@link HoldOutSettings#parse} reads it. */
  TrainingSettings holdingOut(String rule) {
    Map<String, String> all = new TreeMap<>(values);
    all.keySet().removeAll(HoldOutSettings.KEYS);
    all.putAll(HoldOutSettings.parse(rule));
    return new TrainingSettings(all);
  }

  /**
   * Returns the same settings with a split of the data set as hold-out.
   *
   * @param split its id or name
   */
  TrainingSettings splitting(String split) {
    return holdingOut("stored_split=" + ResourceNames.split(dataset(), split));
  }

  private String dataset() {
    return ResourceNames.dataset(values.getOrDefault("dataset", "movielens"));
  }

  /** Returns the same settings with others laid over them. */
  TrainingSettings with(Map<String, String> others) {
    Map<String, String> all = new TreeMap<>(values);
    all.putAll(others);
    return new TrainingSettings(all);
  }

  /**
   * Returns the request for these settings.
   *
   * @param texts makes values of the hyper-parameters
   */
  TrainModelRequest request(String requestId, HyperParameterTexts texts) {
    TrainModelRequest.Builder request =
        TrainModelRequest.newBuilder()
            .setModel(ResourceNames.model(values.getOrDefault("model", "movies")))
            .setDataset(dataset())
            .setSeed(seed())
            .setDevice(device())
            .setRequestId(requestId);
    String preset = values.getOrDefault(PRESET, "");
    if (preset.isEmpty()) {
      choose(request, texts);
    } else {
      requireAlone(preset);
      request.setPreset(preset).setRating(choice(RATING, "", texts.ofPreset(preset)));
    }
    new HoldOutSettings(values).rule().ifPresent(request::setHoldOut);
    return request.build();
  }

  private void choose(TrainModelRequest.Builder request, HyperParameterTexts texts) {
    choice(RANKING, Task.TASK_RANKING, texts).ifPresent(request::setRanking);
    choice(RATING, Task.TASK_RATING, texts).ifPresent(request::setRating);
    if (!request.hasRanking() && !request.hasRating()) {
      throw failure(
          "ranking.algorithm and rating.algorithm are both none: nothing is to be trained");
    }
  }

  private void requireAlone(String preset) {
    for (String key : values.keySet()) {
      if (key.startsWith(RANKING) || key.equals(RATING + "algorithm")) {
        throw failure(
            "%s is set beside the preset %s, which has one scorer; give rating.KEY for its hyper-parameters"
                .formatted(key, preset));
      }
    }
  }

  private Optional<AlgorithmChoice> choice(String prefix, Task task, HyperParameterTexts texts) {
    String algorithm = values.getOrDefault(prefix + "algorithm", "");
    if (algorithm.equals(NONE)) {
      requireNoMore(prefix);
      return Optional.empty();
    }
    return Optional.of(
        choice(prefix, algorithm, (name, value) -> texts.read(algorithm, task, name, value)));
  }

  private AlgorithmChoice choice(
      String prefix, String algorithm, BiFunction<String, String, Value> texts) {
    AlgorithmChoice.Builder choice = AlgorithmChoice.newBuilder().setAlgorithmId(algorithm);
    values.forEach(
        (key, value) -> {
          if (key.startsWith(prefix) && !key.equals(prefix + "algorithm")) {
            String name = key.substring(prefix.length());
            choice.putHyperParameters(name, texts.apply(name, value));
          }
        });
    return choice.build();
  }

  private void requireNoMore(String prefix) {
    for (String key : values.keySet()) {
      if (key.startsWith(prefix) && !key.equals(prefix + "algorithm")) {
        throw failure("%s is set, but %salgorithm is none".formatted(key, prefix));
      }
    }
  }

  private long seed() {
    String text = values.getOrDefault("seed", "42");
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notANumber) {
      throw failure("seed is \"%s\", which is not a number".formatted(text));
    }
  }

  private Device device() {
    String text = values.getOrDefault("device", "auto");
    return switch (text) {
      case "auto" -> Device.DEVICE_AUTO;
      case "cpu" -> Device.DEVICE_CPU;
      case "gpu" -> Device.DEVICE_GPU;
      default -> throw failure("device is \"%s\"; it can be auto, cpu or gpu".formatted(text));
    };
  }

  private static void flatten(String prefix, JsonNode node, Map<String, String> values) {
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      String key = prefix + property.getKey();
      if (property.getValue().isObject()) {
        flatten(key + ".", property.getValue(), values);
      } else {
        values.put(key, text(property.getValue()));
      }
    }
  }

  /** A value as --set writes it: a list with commas between. */
  private static String text(JsonNode value) {
    return value.isArray()
        ? value.valueStream().map(JsonNode::asText).collect(Collectors.joining(","))
        : value.asText();
  }

  private static CommandFailure failure(String problem) {
    return new CommandFailure(ExitCode.USAGE, "training settings: " + problem);
  }
}
