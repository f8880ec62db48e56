package io.matinee.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/**
 * What a notebook's model got where it was written.
 *
 * @param preset the preset that trains it here
 * @param validation the mean squared error on val10 after each epoch, in squared stars
 * @param bestWithin how far the least of these may be from ours
 */
record NotebookCurve(
    @JsonProperty String preset,
    @JsonProperty List<Double> validation,
    @JsonProperty double bestWithin) {

  private static final String RESOURCE = "notebook-curves.json";

  NotebookCurve {
    validation = List.copyOf(validation);
  }

  /** Reads all of them; the file names its source. */
  static List<NotebookCurve> all() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(NotebookCurve.class.getResourceAsStream(RESOURCE))) {
      return JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readValue(file, Curves.class)
          .curves();
    }
  }

  double best() {
    return validation.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  /** Returns how far another curve is from it where it is farthest, as a share of it. */
  double farthest(List<Double> other) {
    double farthest = 0;
    for (int epoch = 0; epoch < validation.size(); epoch++) {
      double expected = validation.get(epoch);
      farthest = Math.max(farthest, Math.abs(other.get(epoch) - expected) / expected);
    }
    return farthest;
  }

  /**
   * The file.
   *
   * @param curves of all models
   */
  private record Curves(@JsonProperty List<NotebookCurve> curves) {}
}
