package io.matinee.runtime.following;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * Slows reading down to a rate, and ends it once it is of no use. For one thread.
 *
 * <p>Throws {@link CancellationException} out of the reading when it is to end.
 */
final class ReadPace implements LongConsumer {
  private static final double NANOS_A_SECOND = 1e9;

  private final double nanosAByte;
  private final BooleanSupplier hurried;
  private final BooleanSupplier useful;
  private final long start = System.nanoTime();
  private long read;

  /**
   * Begins to count.
   *
   * @param bytesPerSecond the rate, above 0
   * @param hurried whether to read as fast as can be for the moment
   * @param useful whether to go on
   */
  ReadPace(long bytesPerSecond, BooleanSupplier hurried, BooleanSupplier useful) {
    this.nanosAByte = NANOS_A_SECOND / bytesPerSecond;
    this.hurried = hurried;
    this.useful = useful;
  }

  @Override
  public void accept(long bytes) {
    read += bytes;
    if (!useful.getAsBoolean()) {
      throw new CancellationException("nobody needs what is being read");
    }
    long early = (long) (read * nanosAByte) - (System.nanoTime() - start);
    if (early > 0 && !hurried.getAsBoolean()) {
      await(early);
    }
  }

  private static void await(long nanos) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the process ends");
    }
  }
}
