package io.matinee.trainer.api;

import com.google.protobuf.ByteString;
import io.matinee.model.exchange.ScorerExport;
import io.matinee.model.scoring.Link;
import io.matinee.model.snapshot.BlobRole;
import io.matinee.proto.trainer.v1.ExportModelVersionHeader;
import io.matinee.proto.trainer.v1.ExportModelVersionResponse;
import io.matinee.proto.trainer.v1.ScorerLink;
import io.matinee.proto.trainer.v1.Task;
import io.matinee.trainer.exchange.ScorerFormat;
import io.matinee.trainer.store.StoredBlob;
import org.jspecify.annotations.Nullable;

/** Exports and imports of scorers as messages. */
final class ScorerFileMessages {
  private ScorerFileMessages() {}

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

  /** Returns a link as files name it; null where it is not said. */
  static @Nullable String link(ScorerLink link) {
    return switch (link) {
      case SCORER_LINK_IDENTITY -> Link.IDENTITY.id();
      case SCORER_LINK_SCALED_SIGMOID -> Link.SCALED_SIGMOID.id();
      case SCORER_LINK_NONE -> ScorerExport.NO_LINK;
      case SCORER_LINK_UNSPECIFIED, UNRECOGNIZED -> null;
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
