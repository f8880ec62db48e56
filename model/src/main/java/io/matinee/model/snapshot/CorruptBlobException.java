package io.matinee.model.snapshot;

/** The content of a blob is not what its reference says, or not in its format. */
public final class CorruptBlobException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String blobName;

  /**
   * Reports a blob.
   *
   * @param blobName which blob
   * @param expected what was expected
   * @param found what was found
   */
  public CorruptBlobException(String blobName, String expected, String found) {
    super("blob %s is corrupt: expected %s, found %s".formatted(blobName, expected, found));
    this.blobName = blobName;
  }

  /** Returns the name of the blob. */
  public String blobName() {
    return blobName;
  }
}
