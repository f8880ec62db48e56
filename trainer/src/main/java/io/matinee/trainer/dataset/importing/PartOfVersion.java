package io.matinee.trainer.dataset.importing;

import io.matinee.trainer.dataset.counting.CountsOfParquet;
import io.matinee.trainer.dataset.filter.FilterCounts;
import io.matinee.trainer.dataset.filter.Filtering;
import io.matinee.trainer.dataset.filter.RatingFilter;
import io.matinee.trainer.dataset.filter.RatingFilters;
import io.matinee.trainer.dataset.version.DatasetBlob;
import io.matinee.trainer.dataset.version.DatasetManifest;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.dataset.version.ImportCounts;
import io.matinee.trainer.query.QueryEngine;
import io.matinee.trainer.store.BlobStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Takes a part of a version that is there already: its rows were read once, and are not again. What
 * was noticed then is said of that version and not of its part.
 *
 * @param blobs the blob store
 * @param engine the query engine
 * @param staging the folder for what comes out
 */
record PartOfVersion(BlobStore blobs, QueryEngine engine, Path staging) {

  /**
   * Filters a copy of a version.
   *
   * @throws io.matinee.runtime.error.MatineeException what {@link RatingFilter#apply} throws, or
   *     BLOB_NOT_FOUND
   */
  StagedImport of(DatasetVersion version, RatingFilters filters) throws IOException, SQLException {
    Path ratings = copy(version, DatasetBlob.RATINGS, "ratings.parquet");
    Path catalogue = copy(version, DatasetBlob.CATALOGUE, "catalogue.parquet");
    Path users = copy(version, DatasetBlob.USERS, "users.parquet");
    Path rejects = copy(version, DatasetBlob.REJECTS, "rejects.jsonl");
    FilterCounts leftOut = new RatingFilter(engine, ratings, catalogue).apply(filters);
    DatasetManifest manifest = version.manifest();
    return new StagedImport(
        manifest.form(),
        manifest.scale(),
        manifest.synthetic(),
        counts(manifest.counts(), QueryEngine.parquet(ratings)),
        new Filtering(filters, leftOut),
        List.of(),
        ratings,
        Optional.empty(),
        catalogue,
        users,
        rejects,
        new StagedDescription(engine, staging)
            .write(new CountsOfParquet(ratings), catalogue, manifest.scale()));
  }

  private Path copy(DatasetVersion version, String blob, String name) throws IOException {
    return Files.copy(
        blobs.localCopy(version.manifest().blob(blob).sha256()), staging.resolve(name));
  }

  private ImportCounts counts(ImportCounts read, String ratings) throws SQLException {
    return new ImportCounts(
        read.rows(),
        engine.number("SELECT count(*) FROM " + ratings),
        engine.number("SELECT count(DISTINCT user_id) FROM " + ratings),
        engine.number("SELECT count(DISTINCT movie_id) FROM " + ratings),
        read.movies(),
        read.rejected(),
        read.duplicates());
  }
}
