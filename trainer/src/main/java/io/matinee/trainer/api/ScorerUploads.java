package io.matinee.trainer.api;

import com.google.protobuf.ByteString;
import io.matinee.model.ratings.EventKind;
import io.matinee.proto.trainer.v1.ImportModelVersionHeader;
import io.matinee.proto.trainer.v1.ImportModelVersionRequest;
import io.matinee.proto.trainer.v1.Task;
import io.matinee.runtime.digest.RequestDigest;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.RequestKey;
import io.matinee.trainer.algorithm.DeviceChoice;
import io.matinee.trainer.dataset.split.Splits;
import io.matinee.trainer.dataset.upload.AnnouncedFile;
import io.matinee.trainer.dataset.upload.Announcement;
import io.matinee.trainer.dataset.upload.IncomingUpload;
import io.matinee.trainer.dataset.upload.Uploads;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.dataset.version.Datasets;
import io.matinee.trainer.exchange.ImportedScorer;
import io.matinee.trainer.name.ModelName;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.training.TrainingRequest;
import io.matinee.trainer.training.TrainingRuns;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Uploads of factors that become versions of models. */
@Singleton
final class ScorerUploads implements UploadPurpose<ImportModelVersionRequest> {
  private final Datasets datasets;
  private final Splits splits;
  private final TrainingRuns runs;
  private final Uploads uploads;
  private final BlobStore blobs;

  @Inject
  ScorerUploads(
      Datasets datasets, Splits splits, TrainingRuns runs, Uploads uploads, BlobStore blobs) {
    this.datasets = datasets;
    this.splits = splits;
    this.runs = runs;
    this.uploads = uploads;
    this.blobs = blobs;
  }

  @Override
  public boolean isHeader(ImportModelVersionRequest part) {
    return part.hasHeader();
  }

  @Override
  public ByteString chunk(ImportModelVersionRequest part) {
    return part.getChunk();
  }

  @Override
  public Opening open(ImportModelVersionRequest part) throws IOException {
    ImportModelVersionHeader header = part.getHeader();
    ModelName model = ModelName.parse(header.getModel());
    Optional<RequestKey> key = RequestKey.of(header.getRequestId(), RequestDigest.of(header));
    var earlier = runs.begunBy(model, key);
    if (earlier.isPresent()) {
      return new Earlier(earlier.get());
    }
    runs.requireRoom();
    TrainingRequest request = request(model, header, key);
    AnnouncedFile file =
        new AnnouncedFile(
            header.getFile().getName(),
            header.getFile().getSizeBytes(),
            header.getFile().getSha256());
    IncomingUpload incoming =
        uploads.begin(new Announcement(List.of(file), file.name()), Optional.empty(), 0);
    return new Begun(incoming, () -> begin(incoming, request));
  }

  /** The file is a blob from here on, which a run finds by its digest. */
  private Operation begin(IncomingUpload incoming, TrainingRequest request) throws IOException {
    try {
      var unused = blobs.put(incoming.source().content());
    } finally {
      incoming.source().delete();
    }
    return runs.begin(request);
  }

  private TrainingRequest request(
      ModelName model, ImportModelVersionHeader header, Optional<RequestKey> key) {
    DatasetVersion dataset = datasets.versionOf(header.getDataset());
    ImportedScorer imported = imported(header);
    if (imported.predicts() && dataset.manifest().scale().kind() == EventKind.WATCH) {
      String problem = "holds watches, of which no ratings are predicted; ask for ranking alone";
      throw MatineeException.of(
              Reason.EVENT_KIND_MISMATCH, "%s %s.".formatted(dataset.name(), problem))
          .onField("header.scorers", problem);
    }
    ChosenHoldOut holdOut =
        ChosenHoldOut.of(header.getHoldOut(), "header.hold_out", dataset, splits::get);
    return new TrainingRequest(
        model,
        dataset,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        DeviceChoice.CPU,
        holdOut.rule(),
        holdOut.split(),
        Optional.of(imported),
        key);
  }

  private static ImportedScorer imported(ImportModelVersionHeader header) {
    return new ImportedScorer(
        header.getFile().getName(),
        header.getFile().getSha256(),
        header.getScorersList().contains(Task.TASK_RANKING),
        header.getScorersList().contains(Task.TASK_RATING),
        ScorerFileMessages.link(header.getLink()),
        header.hasRegularisation() ? (Double) header.getRegularisation() : null,
        header.hasConfidence() ? (Double) header.getConfidence() : null,
        header.hasMinimumRating() ? (Double) header.getMinimumRating() : null);
  }
}
