package io.matinee.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.proto.model.v1.EventKind;
import org.junit.jupiter.api.Test;

class FileContentTest {
  @Test
  void saysInWordsWhatIsWritten() {
    assertThat(FileContent.ratings.words(EventKind.EVENT_KIND_RATING)).isEqualTo("ratings");
    assertThat(FileContent.ratings.words(EventKind.EVENT_KIND_WATCH)).isEqualTo("watches");
    assertThat(FileContent.rejects.words(EventKind.EVENT_KIND_WATCH)).isEqualTo("rejected rows");
    assertThat(FileContent.held_out.words(EventKind.EVENT_KIND_WATCH)).isEqualTo("held-out part");
  }
}
