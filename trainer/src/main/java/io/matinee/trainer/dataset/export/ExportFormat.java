package io.matinee.trainer.dataset.export;

/** How an export is written. */
public enum ExportFormat {
  /** RFC 4180 with a header, in UTF-8, lines ending in LF; quoted only where it is needed. */
  CSV("FORMAT csv, HEADER, DELIMITER ',', QUOTE '\"', ESCAPE '\"', COMPRESSION 'uncompressed'"),
  /** Parquet. */
  PARQUET("FORMAT parquet");

  private final String options;

  ExportFormat(String options) {
    this.options = options;
  }

  /** Returns the options of the COPY that writes it. */
  String options() {
    return options;
  }
}
