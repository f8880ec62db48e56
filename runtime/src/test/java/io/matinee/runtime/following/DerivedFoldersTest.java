package io.matinee.runtime.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerivedFoldersTest {
  private static final Instant NOW = Instant.parse("2026-01-03T00:00:00Z");
  private static final Instant YESTERDAY = Instant.parse("2026-01-02T00:00:00Z");
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path cache;

  @Test
  void hasAFolderOnceItIsKept() throws IOException {
    DerivedFolders derived = open();
    Files.writeString(derived.begin("key").resolve("file"), "content");
    assertThat(derived.find("key")).isEmpty();

    derived.keep("key");

    assertThat(derived.find("key")).hasValue(folder("key"));
    assertThat(folder("key").resolve("file")).hasContent("content");
    assertThat(folder("key.partial")).doesNotExist();
  }

  @Test
  void beginsWithNothingOfWhatWasThere() throws IOException {
    keep("key");
    Files.writeString(open().begin("key").resolve("left"), "by a start that was killed");

    assertThat(open().begin("key")).isEmptyDirectory();
    assertThat(folder("key")).doesNotExist();
  }

  @Test
  void forgetsWhatWasNotUsedForLong() throws IOException {
    keep("used");
    keep("unused");
    keep("recent");
    keep("noted");
    open().begin("killed");
    age("used", LONG_AGO);
    age("unused", LONG_AGO);
    age("killed.partial", LONG_AGO);
    age("recent", NOW);
    age("noted", LONG_AGO);
    DerivedFolders derived = open();
    Runnable letGo = derived.hold("used");

    derived.evict(Set.of("noted"), YESTERDAY);

    assertThat(folder("used")).exists();
    assertThat(folder("recent")).exists();
    assertThat(folder("noted")).exists();
    assertThat(folder("unused")).doesNotExist();
    assertThat(folder("killed.partial")).doesNotExist();
    assertThat(Files.getLastModifiedTime(folder("used")).toInstant()).isEqualTo(NOW);

    letGo.run();
    age("used", LONG_AGO);
    derived.evict(Set.of(), YESTERDAY);
    assertThat(folder("used")).doesNotExist();
    assertThat(folder("noted")).doesNotExist();
  }

  @Test
  void countsAsUsedWhatIsFound() throws IOException {
    keep("key");
    age("key", LONG_AGO);

    assertThat(open().find("key")).isPresent();

    open().evict(Set.of(), YESTERDAY);
    assertThat(folder("key")).exists();
  }

  @Test
  void evictsAndClearsWhereNothingIs() throws IOException {
    DerivedFolders derived = open();
    derived.evict(Set.of(), NOW);
    derived.clear();
    assertThat(cache).isEmptyDirectory();
  }

  private void keep(String key) throws IOException {
    DerivedFolders derived = open();
    derived.begin(key);
    derived.keep(key);
  }

  private void age(String name, Instant time) throws IOException {
    Files.setLastModifiedTime(folder(name), FileTime.from(time));
  }

  private Path folder(String name) {
    return cache.resolve("derived").resolve(name);
  }

  private DerivedFolders open() {
    return new DerivedFolders(cache, Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
