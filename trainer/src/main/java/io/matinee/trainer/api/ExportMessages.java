package io.matinee.trainer.api;

import com.google.protobuf.ByteString;
import io.matinee.proto.trainer.v1.ExportDatasetHeader;
import io.matinee.proto.trainer.v1.ExportDatasetResponse;
import io.matinee.trainer.dataset.export.ExportFormat;
import io.matinee.trainer.store.StoredBlob;

/** Exports as messages. */
final class ExportMessages {
  private ExportMessages() {}

  static ExportFormat format(io.matinee.proto.trainer.v1.ExportFormat format) {
    return switch (format) {
      case EXPORT_FORMAT_CSV -> ExportFormat.CSV;
      case EXPORT_FORMAT_PARQUET -> ExportFormat.PARQUET;
      case EXPORT_FORMAT_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("passed the contract: " + format);
    };
  }

  static ExportDatasetResponse header(StoredBlob exported) {
    return ExportDatasetResponse.newBuilder()
        .setHeader(
            ExportDatasetHeader.newBuilder()
                .setSizeBytes(exported.size())
                .setSha256(exported.sha256()))
        .build();
  }

  static ExportDatasetResponse chunk(ByteString bytes) {
    return ExportDatasetResponse.newBuilder().setChunk(bytes).build();
  }
}
