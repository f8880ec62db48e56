package io.matinee.trainer.dataset.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.matinee.model.digest.Sha256;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.RequestKey;
import io.matinee.runtime.testing.SettableClock;
import io.matinee.trainer.store.Staging;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on their way to this disk. */
class UploadsTest {
  private static final String NOTHING = Sha256.of(new byte[0]);

  private static final String DATASET = "datasets/films";
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final SettableClock clock = new SettableClock();

  @TempDir Path folder;

  @Test
  void writesFilesOneAfterAnotherWhateverTheChunks() throws Exception {
    IncomingUpload upload =
        begin(
            uploads(),
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
      IncomingUpload one = begin(uploads(), new Announcement(List.of(file), name));
      assertThat(one.source().content().getParent()).isEqualTo(one.source().folder());
      IncomingUpload two = begin(uploads(), new Announcement(List.of(file, file("b", "")), name));
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
        begin(uploads(), announced(file("ratings.csv", "abc"), file("movies.csv", "defgh")));
    upload.write(bytes("abX"));
    assertThat(reason(() -> upload.write(bytes("d")))).isEqualTo(Reason.UPLOAD_CORRUPT);
    upload.giveUp();
    upload.giveUp();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesWhatTheDiskHasNoRoomForBeforeItsFirstByte() throws Exception {
    Uploads uploads = uploads();
    assertThat(reason(() -> begin(uploads, announced(sized(1L << 60)))))
        .isEqualTo(Reason.STORAGE_FULL);
    assertThat(reason(() -> begin(uploads, announced(sized(Long.MAX_VALUE), sized(1)))))
        .isEqualTo(Reason.STORAGE_FULL);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void promisesRoomOnTheDiskOnce() throws Exception {
    Uploads uploads = uploads();
    Announcement most = announced(sized(Files.getFileStore(folder).getUsableSpace() / 4 * 3));
    IncomingUpload first = begin(uploads, most);
    assertThat(reason(() -> begin(uploads, most))).isEqualTo(Reason.STORAGE_FULL);
    first.giveUp();
    first.giveUp();
    IncomingUpload second = begin(uploads, most);
    assertThat(reason(() -> begin(uploads, most))).isEqualTo(Reason.STORAGE_FULL);
    second.giveUp();
  }

  @Test
  void promisesNoRoomOnTheDiskToWhatWaits() throws Exception {
    Uploads uploads = uploads();
    Announcement most = announced(sized(Files.getFileStore(folder).getUsableSpace() / 4 * 3));
    uploads.begin(most, key("a"), 0).breakOff();
    IncomingUpload second = uploads.begin(most, key("b"), 0);
    assertThat(reason(() -> uploads.begin(most, key("a"), 0))).isEqualTo(Reason.STORAGE_FULL);
    second.breakOff();
    IncomingUpload first = uploads.begin(most, key("a"), 0);
    assertThat(reason(() -> uploads.begin(most, key("b"), 0))).isEqualTo(Reason.STORAGE_FULL);
    first.giveUp();
    uploads.begin(most, key("b"), 0).giveUp();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void hasSixteenPlaces() throws Exception {
    Uploads uploads = uploads();
    List<IncomingUpload> open = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      open.add(begin(uploads, announced(file("ratings.csv", ""))));
    }
    assertThat(reason(() -> begin(uploads, announced(file("ratings.csv", "")))))
        .isEqualTo(Reason.QUEUE_FULL);
    open.getFirst().complete();
    open.getLast().giveUp();
    begin(uploads, announced(file("ratings.csv", "")));
    begin(uploads, announced(file("ratings.csv", "")));
    assertThat(reason(() -> begin(uploads, announced(file("ratings.csv", "")))))
        .isEqualTo(Reason.QUEUE_FULL);
  }

  @Test
  void goesOnWithWhatWasBrokenOffAndPassesOverWhatIsThere() throws Exception {
    Uploads uploads = uploads();
    Announcement both = announced(file("ratings.csv", "abc"), file("movies.csv", "defgh"));
    IncomingUpload first = uploads.begin(both, key("a"), 0);
    first.write(bytes("abcd"));
    first.breakOff();
    assertThat(uploads.received(DATASET, "a")).isEqualTo(4);
    assertThat(uploads.received(DATASET, "b")).isZero();
    assertThat(uploads.received("datasets/other", "a")).isZero();

    assertThat(reason(() -> uploads.begin(both, key("a"), 5))).isEqualTo(Reason.INVALID_REQUEST);
    IncomingUpload rest = uploads.begin(both, key("a"), 2);
    rest.write(bytes("c"));
    rest.write(bytes("def"));
    rest.write(bytes("gh"));
    rest.complete();
    assertThat(rest.source().content().resolve("ratings.csv")).hasContent("abc");
    assertThat(rest.source().content().resolve("movies.csv")).hasContent("defgh");
    first.giveUp();
    assertThat(rest.source().content()).exists();
    assertThat(uploads.received(DATASET, "a")).isZero();
  }

  @Test
  void refusesBytesOfACallThatAnotherHasReplaced() throws Exception {
    Uploads uploads = uploads();
    Announcement one = announced(file("ratings.csv", "abc"));
    IncomingUpload first = uploads.begin(one, key("a"), 0);
    first.write(bytes("a"));
    IncomingUpload second = uploads.begin(one, key("a"), 1);
    assertThat(reason(() -> first.write(bytes("X")))).isEqualTo(Reason.CANCELLED);
    first.giveUp();
    first.breakOff();
    assertThat(uploads.received(DATASET, "a")).isEqualTo(1);
    second.write(bytes("bc"));
    second.complete();
    assertThat(second.source().content()).hasContent("abc");
  }

  @Test
  void refusesAKeyThatCameWithAnotherRequest() throws Exception {
    Uploads uploads = uploads();
    uploads.begin(announced(file("ratings.csv", "abc")), key("a"), 0).breakOff();
    UploadKey other = new UploadKey(DATASET, new RequestKey("a", "other"));
    assertThat(
            reason(
                () -> uploads.begin(announced(file("ratings.csv", "abd")), Optional.of(other), 0)))
        .isEqualTo(Reason.REQUEST_ID_REUSED);
  }

  @Test
  void keepsWhatWasBrokenOffForAWhileAndTheLatestSixteen() throws Exception {
    Uploads uploads = uploads();
    for (int i = 0; i < 17; i++) {
      IncomingUpload upload = uploads.begin(announced(file("r.csv", "abc")), key("k" + i), 0);
      upload.write(bytes("ab"));
      upload.breakOff();
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(uploads.received(DATASET, "k0")).isZero();
    assertThat(uploads.received(DATASET, "k1")).isEqualTo(2);
    IncomingUpload last = uploads.begin(announced(file("r.csv", "abc")), key("k16"), 2);
    last.write(bytes("c"));
    clock.advance(PATIENCE);
    uploads.deleteExpired();
    assertThat(uploads.received(DATASET, "k15")).isZero();
    last.complete();
    last.source().delete();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void endsWhatBringsTooFewBytesInAMinute() throws Exception {
    Uploads uploads = uploads();
    IncomingUpload slow = uploads.begin(announced(sized(1_000_000)), key("a"), 0);
    slow.write(new byte[256 << 10]);
    clock.advance(Duration.ofMinutes(1));
    slow.write(new byte[1]);
    clock.advance(Duration.ofMinutes(1));
    assertThat(reason(() -> slow.write(new byte[1]))).isEqualTo(Reason.DEADLINE_EXCEEDED);
  }

  private Uploads uploads() {
    return new Uploads(new Staging(folder), Long.MAX_VALUE, PATIENCE, clock);
  }

  private static IncomingUpload begin(Uploads uploads, Announcement announced) throws IOException {
    return uploads.begin(announced, Optional.empty(), 0);
  }

  private static Optional<UploadKey> key(String id) {
    return Optional.of(new UploadKey(DATASET, new RequestKey(id, "digest")));
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
