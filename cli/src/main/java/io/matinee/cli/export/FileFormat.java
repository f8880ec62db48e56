package io.matinee.cli.export;

import io.matinee.proto.trainer.v1.ExportFormat;

/** How an export is written, by its name on the command line. */
public enum FileFormat {
  /** CSV. */
  csv(ExportFormat.EXPORT_FORMAT_CSV),
  /** Parquet. */
  parquet(ExportFormat.EXPORT_FORMAT_PARQUET);

  private final ExportFormat contract;

  FileFormat(ExportFormat contract) {
    this.contract = contract;
  }

  /** Returns the format as the contracts name it. */
  public ExportFormat contract() {
    return contract;
  }
}
