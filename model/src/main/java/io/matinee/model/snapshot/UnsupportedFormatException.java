package io.matinee.model.snapshot;

/** A snapshot is of a format that this code does not read. */
public final class UnsupportedFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Reports the version of a format, and what is to be done. */
  public UnsupportedFormatException(int formatVersion) {
    super(
        "snapshot format version %d is not supported, only %d; %s"
            .formatted(formatVersion, Manifest.FORMAT_VERSION, remedy(formatVersion)));
  }

  /** Reports a scorer of a kind, or of a version of its format, that this code does not know. */
  UnsupportedFormatException(String part, String kind, int kindVersion, int readable) {
    super(
        "the %s scorer is of kind %s, format version %d, which this code does not read; %s"
            .formatted(
                part,
                kind,
                kindVersion,
                kindVersion < readable ? "train again" : "update the reader"));
  }

  private static String remedy(int formatVersion) {
    return formatVersion < Manifest.FORMAT_VERSION
        ? "import the ratings and train again in a new home"
        : "update the reader";
  }
}
