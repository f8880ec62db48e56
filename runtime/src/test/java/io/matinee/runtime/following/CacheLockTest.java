package io.matinee.runtime.following;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheLockTest {
  @TempDir Path folder;

  @Test
  void keepsASecondReaderOutUntilTheFirstEnds() throws IOException {
    CacheLock first = lock(folder.resolve("cache"));
    CacheLock second = lock(folder.resolve("cache"));
    first.take();
    assertThatThrownBy(second::take)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Another reader (process %d) uses %s; stop it, or set MATINEE_CACHE_DIRECTORY to another folder.",
            ProcessHandle.current().pid(), folder.resolve("cache"));
    first.free();
    second.take();
    second.free();
  }

  @Test
  void letsReadersShareWhatNobodyCanChange() throws IOException {
    Path zip = folder.resolve("cache.zip");
    FileSystems.newFileSystem(zip, Map.of("create", "true")).close();
    try (FileSystem readOnly = FileSystems.newFileSystem(zip, Map.of("accessMode", "readOnly"))) {
      lock(readOnly.getPath("/cache")).take();
      lock(readOnly.getPath("/cache")).take();
    }
  }

  private static CacheLock lock(Path cache) {
    return new CacheLock(FollowingRig.cacheIn(cache), new Upkeep(cache));
  }
}
