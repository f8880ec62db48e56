package io.matinee.trainer.dataset.importing;

import io.matinee.trainer.dataset.counting.CountsOfParquet;
import io.matinee.trainer.dataset.note.ImportNotes;
import io.matinee.trainer.dataset.note.NoteKind;
import io.matinee.trainer.dataset.rejection.RejectLog;
import io.matinee.trainer.dataset.rejection.UnreadableImport;
import io.matinee.trainer.dataset.source.CatalogueAlone;
import io.matinee.trainer.dataset.version.DatasetBlob;
import io.matinee.trainer.dataset.version.DatasetManifest;
import io.matinee.trainer.dataset.version.ImportCounts;
import io.matinee.trainer.query.QueryEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Reads files that describe movies, without ratings, into a staging folder: the ratings stay as the
 * version before has them.
 *
 * @param engine the query engine
 * @param staging the folder for what comes out
 * @param request what to import, and how
 * @param earlier the version before, if there is one
 */
record CatalogueAloneReader(
    QueryEngine engine, Path staging, ImportRequest request, Optional<EarlierVersion> earlier) {

  /**
   * Reads.
   *
   * @throws io.matinee.runtime.error.MatineeException IMPORT_UNREADABLE when there is no version
   *     with ratings, or TOO_MANY_BAD_ROWS
   */
  StagedImport read(CatalogueAlone located) throws IOException, SQLException {
    EarlierVersion before =
        earlier.orElseThrow(
            () ->
                UnreadableImport.of(
                    located.source(),
                    "describes movies, and " + request.dataset() + " has no ratings yet",
                    "import ratings first, or a folder that holds both"));
    if (!request.filters().isNone()) {
      throw UnreadableImport.of(
          located.source(),
          "describes movies, and filters are for ratings",
          "import it without options.filters, or with ratings");
    }
    Path ratings = staging.resolve("ratings.parquet");
    Files.copy(before.blob(DatasetBlob.RATINGS), ratings);
    engine.run(
        "CREATE TEMP TABLE movies AS SELECT DISTINCT movie_id::VARCHAR AS id FROM "
            + QueryEngine.parquet(ratings));
    Path rejected = staging.resolve("rejects.jsonl");
    ImportNotes notes = new ImportNotes();
    DatasetManifest kept = before.version().manifest();
    notes.add(
        NoteKind.RATINGS_KEPT,
        "",
        kept.counts().ratings(),
        "the ratings are those of " + before.version().name());
    located.unread().noteIn(notes);
    try (RejectLog rejects = new RejectLog(rejected)) {
      StagedCatalogue catalogue =
          new CatalogueImport(engine, staging, ratings, earlier)
              .read(located.files(), request.minimumVotes(), rejects, notes);
      new BadRows(request.maximumRejectedShare())
          .check(
              catalogue.rows(),
              rejects,
              () -> ScaleAdvice.ofCatalogue(rejects.count(), catalogue.rows()));
      return new StagedImport(
          kept.form(),
          kept.scale(),
          kept.synthetic(),
          counts(kept.counts(), catalogue.movies(), rejects.count()),
          kept.filtering(),
          notes.all(),
          ratings,
          Optional.empty(),
          catalogue.catalogue(),
          catalogue.users(),
          rejected,
          new StagedDescription(engine, staging)
              .write(new CountsOfParquet(ratings), catalogue.catalogue(), kept.scale()));
    }
  }

  private static ImportCounts counts(ImportCounts kept, long movies, long rejected) {
    return new ImportCounts(
        kept.rows(),
        kept.ratings(),
        kept.users(),
        kept.ratedMovies(),
        movies,
        rejected,
        kept.duplicates());
  }
}
