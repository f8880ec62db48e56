package io.matinee.trainer.api;

import com.google.protobuf.ByteString;
import io.matinee.model.snapshot.BlobRole;
import io.matinee.proto.trainer.v1.ExportModelVersionHeader;
import io.matinee.proto.trainer.v1.ExportModelVersionResponse;
import io.matinee.proto.trainer.v1.Task;
import io.matinee.trainer.exchange.ScorerFormat;
import io.matinee.trainer.store.StoredBlob;

/** Exports of scorers as messages. */
final class ScorerExportMessages {
  private ScorerExportMessages() {}

  static BlobRole role(Task scorer) {
    return switch (scorer) {
      case TASK_RANKING -> BlobRole.RANKING;
      case TASK_RATING -> BlobRole.RATING;
      case TASK_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("passed the contract: " + scorer);
    };
  }

  static ScorerFormat format(io.matinee.proto.trainer.v1.ScorerFormat format) {
    return switch (format) {
      case SCORER_FORMAT_SAFETENSORS -> ScorerFormat.SAFETENSORS;
      case SCORER_FORMAT_NUMPY -> ScorerFormat.NUMPY;
      case SCORER_FORMAT_PARQUET_MOVIES -> ScorerFormat.PARQUET_MOVIES;
      case SCORER_FORMAT_PARQUET_USERS -> ScorerFormat.PARQUET_USERS;
      case SCORER_FORMAT_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("passed the contract: " + format);
    };
  }

  static ExportModelVersionResponse header(StoredBlob exported) {
    return ExportModelVersionResponse.newBuilder()
        .setHeader(
            ExportModelVersionHeader.newBuilder()
                .setSizeBytes(exported.size())
                .setSha256(exported.sha256()))
        .build();
  }

  static ExportModelVersionResponse chunk(ByteString bytes) {
    return ExportModelVersionResponse.newBuilder().setChunk(bytes).build();
  }
}
