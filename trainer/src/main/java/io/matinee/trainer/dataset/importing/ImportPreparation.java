package io.matinee.trainer.dataset.importing;

import io.matinee.trainer.dataset.source.CatalogueAlone;
import io.matinee.trainer.dataset.source.ImportSource;
import io.matinee.trainer.dataset.source.LocatedFiles;
import io.matinee.trainer.dataset.source.SourceFiles;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.dataset.version.Datasets;
import io.matinee.trainer.name.DatasetName;
import io.matinee.trainer.name.DatasetVersionName;
import io.matinee.trainer.query.QueryEngine;
import io.matinee.trainer.store.BlobStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Makes what an import will publish, whatever it reads.
 *
 * @param datasets the data sets
 * @param blobs the blob store
 * @param search what finds the files
 */
record ImportPreparation(Datasets datasets, BlobStore blobs, ImportSearch search) {

  /** Makes it in a folder of its own. */
  StagedImport stage(ImportRequest request, QueryEngine engine, Path folder, ImportReport report)
      throws IOException, SQLException {
    Optional<EarlierVersion> earlier = earlier(request.dataset());
    if (request.source() instanceof ImportSource.OfVersion(DatasetVersionName name)) {
      DatasetVersion whole = datasets.version(name);
      earlier.ifPresent(before -> before.requireKindOf(whole.manifest().scale()));
      return new PartOfVersion(blobs, engine, folder).of(whole, request.filters());
    }
    LocatedFiles located = search.files(request, folder, engine::checkInterrupted);
    return switch (located) {
      case SourceFiles files ->
          new ImportReader(engine, folder, request, earlier, report.reading(files.ratingsBytes()))
              .read(files);
      case CatalogueAlone files ->
          new CatalogueAloneReader(engine, folder, request, earlier).read(files);
    };
  }

  private Optional<EarlierVersion> earlier(DatasetName dataset) {
    return datasets.get(dataset).latestVersion().isEmpty()
        ? Optional.empty()
        : Optional.of(new EarlierVersion(datasets.latest(dataset), blobs));
  }
}
