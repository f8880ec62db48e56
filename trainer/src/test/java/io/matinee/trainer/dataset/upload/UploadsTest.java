package io.matinee.trainer.dataset.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.matinee.model.digest.Sha256;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.store.Staging;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on their way to this disk. */
class UploadsTest {
  private static final String NOTHING = Sha256.of(new byte[0]);

  @TempDir Path folder;

  @Test
  void writesFilesOneAfterAnotherWhateverTheChunks() throws Exception {
    IncomingUpload upload =
        uploads()
            .begin(
                announced(
                    file("RATINGS.csv", "abc"), file("tags.csv", ""), file("movies.csv", "defgh")));
    upload.write(bytes("ab"));
    upload.write(bytes("cdef"));
    upload.write(bytes("gh"));
    upload.complete();
    Path content = upload.source().content();
    assertThat(content.resolve("ratings.csv")).hasContent("abc");
    assertThat(content.resolve("tags.csv")).isEmptyFile();
    assertThat(content.resolve("movies.csv")).hasContent("defgh");
    assertThat(content.getParent()).isEqualTo(upload.source().folder());
    upload.source().delete();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void leadsNoNameElsewhere() throws Exception {
    for (String name : List.of("..", "../../x", "/etc/passwd", "a\0b", "\u6620")) {
      AnnouncedFile file = new AnnouncedFile(name, 0, NOTHING);
      IncomingUpload one = uploads().begin(new Announcement(List.of(file), name));
      assertThat(one.source().content().getParent()).isEqualTo(one.source().folder());
      IncomingUpload two = uploads().begin(new Announcement(List.of(file, file("b", "")), name));
      two.complete();
      assertThat(two.source().content().getParent()).isEqualTo(two.source().folder());
      try (var written = Files.list(two.source().content())) {
        assertThat(written).hasSize(2);
      }
    }
  }

  @Test
  void findsOtherBytesAsSoonAsTheirFileIsComplete() throws Exception {
    IncomingUpload upload =
        uploads().begin(announced(file("ratings.csv", "abc"), file("movies.csv", "defgh")));
    upload.write(bytes("abX"));
    assertThat(reason(() -> upload.write(bytes("d")))).isEqualTo(Reason.UPLOAD_CORRUPT);
    upload.giveUp();
    upload.giveUp();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesWhatTheDiskHasNoRoomForBeforeItsFirstByte() throws Exception {
    Uploads uploads = uploads();
    assertThat(reason(() -> uploads.begin(announced(sized(1L << 60)))))
        .isEqualTo(Reason.STORAGE_FULL);
    assertThat(reason(() -> uploads.begin(announced(sized(Long.MAX_VALUE), sized(1)))))
        .isEqualTo(Reason.STORAGE_FULL);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void promisesRoomOnTheDiskOnce() throws Exception {
    Uploads uploads = uploads();
    Announcement most = announced(sized(Files.getFileStore(folder).getUsableSpace() / 4 * 3));
    IncomingUpload first = uploads.begin(most);
    assertThat(reason(() -> uploads.begin(most))).isEqualTo(Reason.STORAGE_FULL);
    first.giveUp();
    first.giveUp();
    IncomingUpload second = uploads.begin(most);
    assertThat(reason(() -> uploads.begin(most))).isEqualTo(Reason.STORAGE_FULL);
    second.giveUp();
  }

  @Test
  void hasSixteenPlaces() throws Exception {
    Uploads uploads = uploads();
    List<IncomingUpload> open = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      open.add(uploads.begin(announced(file("ratings.csv", ""))));
    }
    assertThat(reason(() -> uploads.begin(announced(file("ratings.csv", "")))))
        .isEqualTo(Reason.QUEUE_FULL);
    open.getFirst().complete();
    open.getLast().giveUp();
    uploads.begin(announced(file("ratings.csv", "")));
    uploads.begin(announced(file("ratings.csv", "")));
    assertThat(reason(() -> uploads.begin(announced(file("ratings.csv", "")))))
        .isEqualTo(Reason.QUEUE_FULL);
  }

  private Uploads uploads() {
    return new Uploads(new Staging(folder), Long.MAX_VALUE);
  }

  private static Announcement announced(AnnouncedFile... files) {
    return new Announcement(List.of(files), "films");
  }

  private static AnnouncedFile file(String name, String content) {
    return new AnnouncedFile(name, content.length(), Sha256.of(bytes(content)));
  }

  private static AnnouncedFile sized(long bytes) {
    return new AnnouncedFile("ratings.csv", bytes, NOTHING);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private interface Step {
    void take() throws IOException;
  }

  private static Reason reason(Step step) {
    return catchThrowableOfType(MatineeException.class, step::take).reason();
  }
}
