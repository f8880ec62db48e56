package io.matinee.trainer.dataset.source;

/**
 * What an import may use.
 *
 * @param maximumBytes the most bytes of one file, and of all that an archive holds
 * @param maximumRatio how many times its own size an archive may unpack to
 * @param memoryMegabytes the most memory of the query engine
 */
public record ImportLimits(long maximumBytes, int maximumRatio, int memoryMegabytes) {
  /** What any archive may unpack to, however small it is itself. */
  private static final long ALWAYS_BYTES = 1L << 20;

  /** How many bytes an archive of a size may unpack to by its ratio. */
  long unpackedBytes(long archiveBytes) {
    return archiveBytes < Long.MAX_VALUE / maximumRatio
        ? Math.max(ALWAYS_BYTES, archiveBytes * maximumRatio)
        : Long.MAX_VALUE;
  }
}
