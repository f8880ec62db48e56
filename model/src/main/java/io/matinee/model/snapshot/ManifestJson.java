package io.matinee.model.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.matinee.model.scoring.Objective;
import io.matinee.model.scoring.ScorerKind;
import java.util.Optional;

/** Manifests as JSON. Properties that are not known are skipped, missing ones refused. */
final class ManifestJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .addMixIn(Objective.class, ObjectiveNames.class)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private ManifestJson() {}

  static String write(Manifest manifest) {
    try {
      return MAPPER.writeValueAsString(manifest);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("every manifest can be written", failure);
    }
  }

  static Manifest read(String json) {
    try {
      JsonNode tree = MAPPER.readTree(json);
      requireFormat(tree);
      requireKnownKind(tree, "ranking");
      requireKnownKind(tree, "rating");
      return MAPPER.treeToValue(tree, Manifest.class);
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException(
          "not a manifest: " + failure.getOriginalMessage(), failure);
    }
  }

  private static void requireKnownKind(JsonNode tree, String part) {
    JsonNode scorer = tree.path(part);
    if (scorer.isObject()) {
      String kind = scorer.path("kind").asText();
      int version = scorer.path("kindVersion").asInt();
      Optional<Integer> readable = ScorerKind.named(kind).map(ScorerBlob::formatVersion);
      if (!readable.equals(Optional.of(version))) {
        throw new UnsupportedFormatException(part, kind, version, readable.orElse(0));
      }
    }
  }

  private static void requireFormat(JsonNode tree) {
    JsonNode version = tree.path("formatVersion");
    if (!version.isInt()) {
      throw new IllegalArgumentException("not a manifest: it has no formatVersion");
    }
    if (version.intValue() != Manifest.FORMAT_VERSION) {
      throw new UnsupportedFormatException(version.intValue());
    }
  }
}
