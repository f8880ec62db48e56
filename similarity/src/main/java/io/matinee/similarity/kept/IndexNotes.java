package io.matinee.similarity.kept;

import io.matinee.similarity.recall.BeamCalibration;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of an index since it was built, maybe by an earlier process.
 *
 * @param key what it was built of, see {@link IndexKey}
 * @param calibration how wide walks are, and what they found when it was built
 * @param buildTime when it was built and calibrated
 * @param buildDuration how long that took
 */
public record IndexNotes(
    String key, BeamCalibration calibration, Instant buildTime, Duration buildDuration) {
  private static final String KEY = "key";
  private static final String BEAM = "beam";
  private static final String RECALL = "recall";
  private static final String BUILD_TIME = "build-time";
  private static final String BUILD_DURATION = "build-duration";

  /**
   * Reads what {@link #toMap} wrote.
   *
   * @throws RuntimeException if it did not write this
   */
  static IndexNotes of(Map<String, String> notes) {
    return new IndexNotes(
        value(notes, KEY),
        new BeamCalibration(
            Integer.parseInt(value(notes, BEAM)), Double.parseDouble(value(notes, RECALL))),
        Instant.parse(value(notes, BUILD_TIME)),
        Duration.parse(value(notes, BUILD_DURATION)));
  }

  /** Returns the same as text that loses nothing. */
  Map<String, String> toMap() {
    return Map.of(
        KEY, key,
        BEAM, Integer.toString(calibration.beam()),
        RECALL, Double.toString(calibration.recall()),
        BUILD_TIME, buildTime.toString(),
        BUILD_DURATION, buildDuration.toString());
  }

  private static String value(Map<String, String> notes, String name) {
    return Optional.ofNullable(notes.get(name)).orElseThrow();
  }
}
