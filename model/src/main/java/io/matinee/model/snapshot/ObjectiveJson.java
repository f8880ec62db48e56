package io.matinee.model.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.matinee.model.scoring.Objective;

/** Objectives as JSON, as manifests hold them: {@code {"loss":"squared","regularisation":.05}}. */
public final class ObjectiveJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(Objective.class, ObjectiveNames.class)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ObjectiveJson() {}

  /** Returns an objective in one line. */
  public static String write(Objective objective) {
    try {
      return MAPPER.writerFor(Objective.class).writeValueAsString(objective);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("every objective can be written", failure);
    }
  }

  /**
   * Reads an objective.
   *
   * @throws IllegalArgumentException if the text is none
   */
  public static Objective read(String json) {
    try {
      return MAPPER.readValue(json, Objective.class);
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException(
          "not an objective: " + failure.getOriginalMessage(), failure);
    }
  }
}
