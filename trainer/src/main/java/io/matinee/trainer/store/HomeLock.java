package io.matinee.trainer.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a home to one trainer. The operating system frees it when the process ends, however. */
public final class HomeLock implements AutoCloseable {
  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws HomeInUseException when another trainer holds it
   */
  public static HomeLock acquire(TrainerHome home) throws IOException {
    FileChannel channel =
        FileChannel.open(
            home.lock(),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new HomeInUseException(home.root(), Files.readString(home.lock()).strip());
    }
    byte[] holder = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(holder), 0);
    return new HomeLock(channel);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldInThisProcess) {
      return null;
    }
  }

  /** Frees the home. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
