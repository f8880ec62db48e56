package io.matinee.cli.external;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Waits for what happens in folders. */
final class FolderWatch {
  private static final long PATIENCE_SECONDS = 60;

  private FolderWatch() {}

  /** Waits until a folder has no entry. */
  static void awaitEmpty(Path folder) throws IOException, InterruptedException {
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      folder.register(watch, StandardWatchEventKinds.ENTRY_DELETE);
      while (!entries(folder).isEmpty()) {
        WatchKey deletion = watch.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (deletion == null) {
          throw new AssertionError(folder + " still holds " + entries(folder));
        }
        deletion.pollEvents();
        deletion.reset();
      }
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }
}
