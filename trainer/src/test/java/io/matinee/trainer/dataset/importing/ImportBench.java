package io.matinee.trainer.dataset.importing;

import io.matinee.model.ratings.RatingScale;
import io.matinee.runtime.operation.Operation;
import io.matinee.runtime.operation.OperationFailure;
import io.matinee.runtime.operation.OperationState;
import io.matinee.runtime.operation.Operations;
import io.matinee.trainer.dataset.description.KeptDescriptions;
import io.matinee.trainer.dataset.filter.RatingFilters;
import io.matinee.trainer.dataset.form.FormDetection;
import io.matinee.trainer.dataset.note.ImportNote;
import io.matinee.trainer.dataset.note.NoteKind;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.source.ImportLimits;
import io.matinee.trainer.dataset.source.ImportRoots;
import io.matinee.trainer.dataset.source.ImportSource;
import io.matinee.trainer.dataset.version.DatasetBlob;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.dataset.version.Datasets;
import io.matinee.trainer.name.DatasetName;
import io.matinee.trainer.name.DatasetVersionName;
import io.matinee.trainer.operation.TestOperations;
import io.matinee.trainer.query.QueryEngine;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.FolderBlobStore;
import io.matinee.trainer.store.TrainerHome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A home with one data set, to import into. */
final class ImportBench implements AutoCloseable {
  static final DatasetName NAME = new DatasetName("movielens");
  static final ImportLimits LIMITS = new ImportLimits(10_000_000, 200, 256);

  final TrainerHome home;
  final Database database;
  final BlobStore blobs;
  final Datasets datasets;
  final Operations operations;
  final DatasetImporter importer;

  ImportBench(Path root) throws IOException {
    this(root, LIMITS);
  }

  ImportBench(Path root, ImportLimits limits) throws IOException {
    home = TrainerHome.prepare(root);
    database = Database.open(home.database(), () -> {});
    datasets = new Datasets(database, Clock.systemUTC());
    operations = TestOperations.open(database);
    blobs = new FolderBlobStore(home.blobs(), Clock.systemUTC());
    ImportRoots roots = new ImportRoots(List.of(Path.of("/")));
    importer =
        new DatasetImporter(
            home,
            database,
            blobs,
            datasets,
            operations,
            (version, rejected) -> version.name().toString(),
            limits,
            roots);
    datasets.create(NAME, "MovieLens");
  }

  static ImportRequest request(Path source) {
    return request(source, Optional.empty(), ImportRequest.DEFAULT_REJECTED_SHARE);
  }

  static ImportRequest request(Path source, Optional<RatingScale> scale, double rejectedShare) {
    return new ImportRequest(
        NAME,
        new ImportSource.OnDisk(source),
        FormDetection.UNAIDED,
        scale,
        rejectedShare,
        RatingFilters.NONE,
        0,
        Optional.empty());
  }

  Operation run(ImportRequest request) throws InterruptedException {
    Operation begun = importer.begin(request);
    Operation ended = TestOperations.ended(operations, begun.id());
    if (!ended.ended()) {
      throw new AssertionError("the import did not end: " + ended);
    }
    return ended;
  }

  OperationFailure failure(ImportRequest request) throws InterruptedException {
    Operation ended = run(request);
    return ended.failure().orElseThrow(() -> new AssertionError("the import succeeded: " + ended));
  }

  DatasetVersion imported(ImportRequest request) throws InterruptedException {
    Operation ended = run(request);
    if (ended.state() != OperationState.SUCCEEDED) {
      throw new AssertionError("the import failed: " + ended.failure());
    }
    return datasets.version(DatasetVersionName.parse(ended.result()));
  }

  DatasetVersion imported(Path source) throws InterruptedException {
    return imported(request(source));
  }

  /** The rows of a version's ratings as "user,movie,rating,timestamp", sorted. */
  List<String> ratings(DatasetVersion version) throws SQLException, IOException {
    return rows(
        version,
        DatasetBlob.RATINGS,
        "concat_ws(',', user_id, movie_id, rating, coalesce(timestamp::VARCHAR, '-'))");
  }

  /** The rows of a version's catalogue as "id;title;year;genres;tags;imdb;tmdb", sorted. */
  List<String> catalogue(DatasetVersion version) throws SQLException, IOException {
    return rows(
        version,
        DatasetBlob.CATALOGUE,
        "concat_ws(';', movie_id, title, coalesce(year::VARCHAR, '-'), genres, tags, imdb_id,"
            + " tmdb_id)");
  }

  /** The original titles and votes of a version's catalogue as "id;title;votes", sorted. */
  List<String> originals(DatasetVersion version) throws SQLException, IOException {
    return rows(
        version, DatasetBlob.CATALOGUE, "concat_ws(';', movie_id, original_title, vote_count)");
  }

  /** The overviews of a version's catalogue, sorted. */
  List<String> overviews(DatasetVersion version) throws SQLException, IOException {
    return rows(version, DatasetBlob.CATALOGUE, "overview");
  }

  /** The rows of a version's users as "user,age,sex,occupation", sorted. */
  List<String> users(DatasetVersion version) throws SQLException, IOException {
    return rows(version, DatasetBlob.USERS, "concat_ws(',', user_id, age, sex, occupation)");
  }

  /** The notes of a version, but for movies that no file describes. */
  static List<ImportNote> notesOnRows(DatasetVersion version) {
    return version.manifest().notes().stream()
        .filter(note -> note.kind() != NoteKind.RATED_UNDESCRIBED)
        .toList();
  }

  List<RejectedRow> rejected(DatasetVersion version) {
    return new KeptDescriptions(blobs).rejected(version, 100);
  }

  @Override
  public void close() {
    operations.close();
    database.close();
  }

  private List<String> rows(DatasetVersion version, String blob, String columns)
      throws SQLException, IOException {
    Path file = blobs.localCopy(version.manifest().blob(blob).sha256());
    try (QueryEngine engine = QueryEngine.open(home.temporary(), LIMITS.memoryMegabytes())) {
      return engine.query(
          "SELECT %s AS line FROM read_parquet(%s) ORDER BY line"
              .formatted(columns, QueryEngine.literal(file)),
          row -> row.getString(1));
    }
  }
}
