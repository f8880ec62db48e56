package io.matinee.runtime.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.Digests;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.testing.FakeRegistry;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnwritableCacheTest {
  private static final BlobSource NONE =
      (blob, offset, sink) -> {
        throw new AssertionError("nothing is to be downloaded");
      };

  @TempDir Path folder;

  @Test
  void doesWhenItIsComplete() throws IOException {
    BlobReference blob = written("content");
    try (FileSystem readOnly = cacheWith(blob)) {
      BlobCache cache = cache(readOnly);
      assertThatCode(() -> cache.fetch(blob, NONE)).doesNotThrowAnyException();
      assertThat(cache.locate(blob)).hasContent("content");
    }
  }

  @Test
  void saysWhatToDoWhenSomethingIsMissing() throws IOException {
    BlobReference missing = written("missing");
    try (FileSystem readOnly = cacheWith(written("content"))) {
      assertThatThrownBy(() -> cache(readOnly).fetch(missing, NONE))
          .satisfies(
              failure -> {
                var told = LoadFailures.explain(failure);
                assertThat(told.reason()).isEqualTo(Reason.CACHE_UNUSABLE);
                assertThat(told).hasMessageContainingAll("read-only", "matinee.cache.directory");
              });
    }
  }

  @Test
  void namesTheFolderThatIsInTheWayButNotWhereItLies() throws IOException {
    Path cache = Files.createDirectories(folder.resolve("cache"));
    Files.createFile(cache.resolve("partial"));
    try (FakeRegistry registry = FakeRegistry.start(folder.resolve("registry"));
        FollowingRig rig = new FollowingRig(registry.port(), cache)) {
      registry.setAlias(registry.publishTiny(1));
      FailedLoad failure =
          rig.await(status -> status.lastFailedLoad().isPresent()).lastFailedLoad().orElseThrow();
      assertThat(failure.reason()).isEqualTo(Reason.CACHE_UNUSABLE);
      assertThat(failure.message())
          .contains("cache/partial", "matinee.cache.directory")
          .doesNotContain(folder.toString());

      Files.delete(cache.resolve("partial"));
      rig.await(FollowingStatus::answers);
    }
  }

  private BlobReference written(String content) throws IOException {
    return Digests.reference("users", Files.writeString(folder.resolve(content), content));
  }

  /** A file system that refuses every write, also root's. */
  private FileSystem cacheWith(BlobReference blob) throws IOException {
    Path zip = folder.resolve("cache.zip");
    try (FileSystem writable = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      Path blobs = Files.createDirectories(writable.getPath("/cache/blobs/sha256"));
      Files.writeString(blobs.resolve(blob.sha256()), "content");
    }
    return FileSystems.newFileSystem(zip, Map.of("accessMode", "readOnly"));
  }

  private static BlobCache cache(FileSystem system) {
    Path root = system.getPath("/cache");
    return new BlobCache(root, new Upkeep(root), Clock.systemUTC());
  }
}
