package io.matinee.trainer.api;

import io.matinee.proto.trainer.v1.TrainModelRequest;
import io.matinee.runtime.error.Excerpt;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.algorithm.AlgorithmChoice;
import io.matinee.trainer.algorithm.preset.Preset;
import io.matinee.trainer.algorithm.preset.PresetCatalogue;
import io.matinee.trainer.algorithm.setting.GivenValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads which preset a caller wants to be trained. */
final class PresetReading {
  private PresetReading() {}

  /**
   * Returns the preset that a request names, if it names one.
   *
   * @throws MatineeException UNKNOWN_ALGORITHM if there is no such preset; INVALID_REQUEST if the
   *     request chooses a ranker or an algorithm beside it
   */
  static Optional<Preset> of(TrainModelRequest request) {
    if (request.getPreset().isEmpty()) {
      return Optional.empty();
    }
    Preset preset =
        PresetCatalogue.find(request.getPreset()).orElseThrow(() -> unknown(request.getPreset()));
    if (request.hasRanking()) {
      throw besides("ranking", "leave out ranking");
    }
    if (!request.getRating().getAlgorithmId().isEmpty()) {
      throw besides("rating.algorithm_id", "give rating hyper-parameters alone");
    }
    return Optional.of(preset);
  }

  /** Returns a preset's algorithm with its settings, and over them what a caller gives. */
  static AlgorithmChoice choice(Preset preset, io.matinee.proto.trainer.v1.AlgorithmChoice given) {
    AlgorithmChoice choice = preset.choice().choice();
    Map<String, GivenValue> settings = new HashMap<>(choice.hyperParameters());
    settings.putAll(HyperParameterValues.given(given.getHyperParametersMap()));
    return new AlgorithmChoice(choice.algorithm(), settings);
  }

  private static MatineeException unknown(String id) {
    String problem =
        "%s is not a preset; choose one of %s"
            .formatted(
                Excerpt.of(id),
                PresetCatalogue.all().stream().map(Preset::id).collect(Collectors.joining(", ")));
    return MatineeException.of(Reason.UNKNOWN_ALGORITHM, problem + ".").onField("preset", problem);
  }

  private static MatineeException besides(String field, String advice) {
    String problem = "stands beside a preset, which has one scorer of its own; " + advice;
    return MatineeException.of(Reason.INVALID_REQUEST, field + " " + problem + ".")
        .onField(field, problem);
  }
}
