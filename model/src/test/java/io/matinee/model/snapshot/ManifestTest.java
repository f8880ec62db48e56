package io.matinee.model.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
  @TempDir Path folder;
  private String json;

  @BeforeEach
  void write() {
    json = SnapshotWriter.write(folder, SmallSnapshot.content()).toJson();
  }

  @Test
  void survivesJson() {
    assertThat(Manifest.fromJson(json).toJson()).isEqualTo(json);
    assertThat(json).contains("\"createTime\" : \"2026-01-02T03:04:05.678Z\"");
  }

  @Test
  void refusesAnotherFormatVersionClearly() {
    String newer = json.replace("\"formatVersion\" : 4", "\"formatVersion\" : 5");
    assertThatThrownBy(() -> Manifest.fromJson(newer))
        .isInstanceOf(UnsupportedFormatException.class)
        .hasMessage("snapshot format version 5 is not supported, only 4; update the reader");
    String older = json.replace("\"formatVersion\" : 4", "\"formatVersion\" : 2");
    assertThatThrownBy(() -> Manifest.fromJson(older))
        .isInstanceOf(UnsupportedFormatException.class)
        .hasMessage(
            "snapshot format version 2 is not supported, only 4; import the ratings and train again in a new home");
  }

  @Test
  void refusesAKindOfScorerThatItDoesNotKnow() {
    String unknown = json.replace("\"kind\" : \"factors\"", "\"kind\" : \"x\"");
    assertThatThrownBy(() -> Manifest.fromJson(unknown))
        .isInstanceOf(UnsupportedFormatException.class)
        .hasMessage(
            "the ranking scorer is of kind x, format version 3, which this code does not read; update the reader");
    String newer = json.replace("\"kindVersion\" : 3", "\"kindVersion\" : 4");
    assertThatThrownBy(() -> Manifest.fromJson(newer))
        .isInstanceOf(UnsupportedFormatException.class)
        .hasMessageContaining("kind factors, format version 4")
        .hasMessageEndingWith("update the reader");
    String older = json.replace("\"kindVersion\" : 3", "\"kindVersion\" : 1");
    assertThatThrownBy(() -> Manifest.fromJson(older))
        .isInstanceOf(UnsupportedFormatException.class)
        .hasMessageContaining("kind factors, format version 1")
        .hasMessageEndingWith("train again");
  }

  @Test
  void refusesAnObjectiveOfAnotherKind() {
    String mixed =
        json.replace("\"kind\" : \"factors\"", "\"kind\" : \"biases\"")
            .replace("\"kindVersion\" : 3", "\"kindVersion\" : 1");
    assertThatThrownBy(() -> Manifest.fromJson(mixed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kind biases");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "7", "{}", "{\"formatVersion\": \"1\"}"})
  void refusesWhatIsNoManifest(String text) {
    assertThatThrownBy(() -> Manifest.fromJson(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a manifest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed", "scale", "holdOut", "createTime", "blobs", "servable"})
  void refusesAManifestWithoutAProperty(String property) {
    String without = json.replace("\"" + property + "\" :", "\"another\" :");
    assertThatThrownBy(() -> Manifest.fromJson(without))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(property);
  }

  @Test
  void skipsPropertiesThatItDoesNotKnow() {
    String extended = json.replaceFirst("\\{", "{\"added\": {\"later\": 1},");
    assertThat(Manifest.fromJson(extended).toJson()).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource({"../seen", "Seen", "''", ".seen", "a/b"})
  void refusesABlobNameThatCouldLeaveItsFolder(String name) {
    assertThatThrownBy(() -> new BlobReference(name, "0".repeat(64), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesABlobReferenceWithoutADigest() {
    assertThatThrownBy(() -> new BlobReference("seen", "0".repeat(63), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BlobReference("seen", "0".repeat(64), -1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
