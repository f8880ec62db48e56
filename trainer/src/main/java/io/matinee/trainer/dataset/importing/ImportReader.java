package io.matinee.trainer.dataset.importing;

import io.matinee.model.ratings.RatingScale;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.catalogue.CatalogueReader;
import io.matinee.trainer.dataset.catalogue.CatalogueRow;
import io.matinee.trainer.dataset.catalogue.CatalogueTable;
import io.matinee.trainer.dataset.description.DatasetDescriber;
import io.matinee.trainer.dataset.description.DatasetDescription;
import io.matinee.trainer.dataset.filter.FilterCounts;
import io.matinee.trainer.dataset.filter.Filtering;
import io.matinee.trainer.dataset.filter.RatingFilter;
import io.matinee.trainer.dataset.form.RatingsOpening;
import io.matinee.trainer.dataset.note.ImportNotes;
import io.matinee.trainer.dataset.note.NoteKind;
import io.matinee.trainer.dataset.rating.RatingsTable;
import io.matinee.trainer.dataset.rejection.RejectLog;
import io.matinee.trainer.dataset.rejection.UnreadableImport;
import io.matinee.trainer.dataset.row.RatingRows;
import io.matinee.trainer.dataset.source.SourceFiles;
import io.matinee.trainer.dataset.source.UnreadFiles;
import io.matinee.trainer.dataset.version.ImportCounts;
import io.matinee.trainer.query.QueryEngine;
import io.matinee.trainer.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Reads the files of one import into a staging folder.
 *
 * @param engine the query engine
 * @param staging the folder for what comes out
 * @param request what to import, and how
 * @param news hears how far the reading of the ratings is
 */
record ImportReader(QueryEngine engine, Path staging, ImportRequest request, ReadingNews news) {

  /**
   * Reads.
   *
   * @throws MatineeException IMPORT_UNREADABLE or TOO_MANY_BAD_ROWS
   */
  StagedImport read(SourceFiles files) throws IOException, SQLException {
    RatingScale scale = request.scale().orElse(files.formScale());
    Path rejected = staging.resolve("rejects.jsonl");
    Path parquet = staging.resolve("ratings.parquet");
    ImportNotes notes = new ImportNotes();
    RatingsTable ratings = new RatingsTable(engine, parquet, scale);
    try (RejectLog rejects = new RejectLog(rejected)) {
      try (RatingRows rows = open(files, notes)) {
        ratings.read(rows, rejects);
      }
      checkRejects(ratings, rejects);
      if (ratings.rows() == rejects.count()) {
        throw UnreadableImport.of(
            files.ratings().getFirst(), "holds no rating", "give a file with ratings");
      }
      noteUnread(files.unread(), notes);
      ratings.findings().noteIn(notes, fileName(files), request.scale());
      news.rows(ratings.rows());
      long duplicates = ratings.removeDuplicates();
      Collection<CatalogueRow> described =
          new CatalogueReader(files, rejects, engine::checkInterrupted).read();
      Path catalogue = staging.resolve("catalogue.parquet");
      long movies = new CatalogueTable(engine).write(described, catalogue);
      FilterCounts leftOut = new RatingFilter(engine, parquet, catalogue).apply(request.filters());
      if (!request.filters().isNone()) {
        ratings.listIds();
      }
      ImportCounts counts =
          new ImportCounts(
              ratings.rows(),
              ratings.count(),
              ratings.countUsers(),
              ratings.countMovies(),
              movies,
              rejects.count(),
              duplicates);
      Path description = describe(parquet, catalogue, scale);
      return new StagedImport(
          files.form(),
          scale,
          counts,
          new Filtering(request.filters(), leftOut),
          notes.all(),
          parquet,
          catalogue,
          rejected,
          description);
    }
  }

  private Path describe(Path ratings, Path catalogue, RatingScale scale)
      throws IOException, SQLException {
    DatasetDescription description =
        new DatasetDescriber(engine, ratings, catalogue, scale).describe();
    return Files.writeString(staging.resolve("description.json"), Json.write(description));
  }

  private RatingRows open(SourceFiles files, ImportNotes notes) throws IOException {
    return new RatingsOpening(staging.resolve("reading"), notes, news::bytes)
        .open(files.layout(), files.ratings());
  }

  private static void noteUnread(UnreadFiles unread, ImportNotes notes) {
    if (unread.count() > 0) {
      notes.add(
          NoteKind.FILES_UNREAD,
          "",
          unread.count(),
          "these files were not read: " + unread.inWords());
    }
  }

  private static String fileName(SourceFiles files) {
    return String.valueOf(files.ratings().getFirst().getFileName());
  }

  private void checkRejects(RatingsTable ratings, RejectLog rejects) {
    if (rejects.count() > request.maximumRejectedShare() * ratings.rows()) {
      throw tooMany(ratings, rejects);
    }
  }

  private MatineeException tooMany(RatingsTable ratings, RejectLog rejects) {
    String first =
        rejects.first().stream()
            .map(row -> "line " + row.line() + ": " + row.reason())
            .collect(Collectors.joining("; "));
    ScaleAdvice advice = ScaleAdvice.of(ratings.findings(), rejects.count());
    String message =
        String.format(
            Locale.ROOT,
            "%,d of %,d rows could not be used, more than the allowed %s %%: %s. Nothing was"
                + " imported; %s.",
            rejects.count(),
            ratings.rows(),
            percent(request.maximumRejectedShare()),
            first,
            advice.inWords());
    MatineeException failure =
        MatineeException.of(Reason.TOO_MANY_BAD_ROWS, message)
            .with("rejected", Long.toString(rejects.count()))
            .with("rows", Long.toString(ratings.rows()));
    return advice.scale().isEmpty() ? failure : failure.with("holding_scale", advice.scale());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.4f", 100 * share).replaceFirst("\\.?0+$", "");
  }
}
