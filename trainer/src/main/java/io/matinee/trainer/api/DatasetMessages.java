package io.matinee.trainer.api;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.ratings.RatingScale;
import io.matinee.proto.trainer.v1.Dataset;
import io.matinee.proto.trainer.v1.DatasetVersion;
import io.matinee.proto.trainer.v1.FilterCounts;
import io.matinee.proto.trainer.v1.ImportCounts;
import io.matinee.proto.trainer.v1.ImportNote;
import io.matinee.proto.trainer.v1.RatingsForm;
import io.matinee.proto.trainer.v1.RejectedRow;
import io.matinee.runtime.api.EventKinds;
import io.matinee.runtime.time.Times;
import io.matinee.trainer.dataset.version.DatasetManifest;
import io.matinee.trainer.name.DatasetVersionName;
import java.util.Optional;

/** Data sets as messages. */
final class DatasetMessages {

  private DatasetMessages() {}

  static Dataset of(io.matinee.trainer.dataset.version.Dataset dataset) {
    Dataset.Builder message =
        Dataset.newBuilder()
            .setName(dataset.name().toString())
            .setDisplayName(dataset.displayName())
            .setCreateTime(Times.of(dataset.createTime()));
    dataset
        .latestVersion()
        .ifPresent(
            number ->
                message.setLatestVersion(
                    new DatasetVersionName(dataset.name().dataset(), number).toString()));
    return message.build();
  }

  static DatasetVersion of(io.matinee.trainer.dataset.version.DatasetVersion version) {
    DatasetManifest manifest = version.manifest();
    DatasetVersion.Builder message =
        DatasetVersion.newBuilder()
            .addAllNotes(manifest.notes().stream().map(DatasetMessages::of).toList())
            .setName(version.name().toString())
            .setManifestSha256(version.manifestSha256())
            .setEventKind(EventKinds.of(manifest.scale().kind()))
            .setCounts(of(manifest.counts()))
            .setCreateTime(Times.of(version.createTime()))
            .setForm(RatingsForm.valueOf("RATINGS_FORM_" + manifest.form().name()))
            .setSynthetic(manifest.synthetic())
            .setSource(manifest.source())
            .setRatingsRevision(manifest.ratingsRevision())
            .setCheck(DataCheckMessages.of(version));
    scale(manifest.scale()).ifPresent(message::setScale);
    if (!manifest.filtering().filters().isNone()) {
      message
          .setFilters(FiltersReading.message(manifest.filtering().filters()))
          .setFilterCounts(of(manifest.filtering().counts()));
    }
    return message.build();
  }

  private static FilterCounts of(io.matinee.trainer.dataset.filter.FilterCounts counts) {
    return FilterCounts.newBuilder()
        .setTime(counts.byTime())
        .setYear(counts.byYear())
        .setGenre(counts.byGenre())
        .setSample(counts.bySample())
        .setMinimum(counts.byMinimum())
        .build();
  }

  private static ImportNote of(io.matinee.trainer.dataset.note.ImportNote note) {
    return ImportNote.newBuilder()
        .setKind(ImportNote.Kind.valueOf("KIND_" + note.kind().name()))
        .setFile(note.file())
        .setCount(note.count())
        .setText(note.text())
        .build();
  }

  static RejectedRow of(io.matinee.trainer.dataset.rejection.RejectedRow row) {
    return RejectedRow.newBuilder()
        .setFile(row.file())
        .setLine(row.line())
        .setReason(row.reason())
        .setContent(row.content())
        .build();
  }

  /** The scale of ratings; watches have none. */
  static Optional<io.matinee.proto.model.v1.RatingScale> scale(RatingScale scale) {
    return scale.kind() == EventKind.WATCH
        ? Optional.empty()
        : Optional.of(
            io.matinee.proto.model.v1.RatingScale.newBuilder()
                .setMinimum(scale.minimum())
                .setMaximum(scale.maximum())
                .setStep(scale.step())
                .build());
  }

  private static ImportCounts of(io.matinee.trainer.dataset.version.ImportCounts counts) {
    return ImportCounts.newBuilder()
        .setRows(counts.rows())
        .setRatings(counts.ratings())
        .setUsers(counts.users())
        .setRatedMovies(counts.ratedMovies())
        .setMovies(counts.movies())
        .setRejected(counts.rejected())
        .setDuplicates(counts.duplicates())
        .build();
  }
}
