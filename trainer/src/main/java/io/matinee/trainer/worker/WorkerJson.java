package io.matinee.trainer.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Records of this package as JSON on one line. Thread-safe. */
final class WorkerJson {

  private static final JsonMapper MAPPER = new JsonMapper();

  private WorkerJson() {}

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Reads a record.
   *
   * @throws IllegalArgumentException when the text is no such record
   */
  static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException("Not a run: " + malformed.getMessage(), malformed);
    }
  }
}
