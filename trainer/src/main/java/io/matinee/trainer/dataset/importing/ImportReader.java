package io.matinee.trainer.dataset.importing;

import io.matinee.model.ratings.EventKind;
import io.matinee.model.ratings.RatingScale;
import io.matinee.model.source.CatalogueFile;
import io.matinee.runtime.error.MatineeException;
import io.matinee.trainer.dataset.filter.FilterCounts;
import io.matinee.trainer.dataset.filter.Filtering;
import io.matinee.trainer.dataset.filter.RatingFilter;
import io.matinee.trainer.dataset.form.RatingsOpening;
import io.matinee.trainer.dataset.note.ImportNotes;
import io.matinee.trainer.dataset.note.NoteKind;
import io.matinee.trainer.dataset.rating.RatingsTable;
import io.matinee.trainer.dataset.rating.TimeNumbers;
import io.matinee.trainer.dataset.rejection.RejectLog;
import io.matinee.trainer.dataset.rejection.UnreadableImport;
import io.matinee.trainer.dataset.row.RatingRows;
import io.matinee.trainer.dataset.source.ImportSource;
import io.matinee.trainer.dataset.source.SourceFiles;
import io.matinee.trainer.dataset.version.ImportCounts;
import io.matinee.trainer.query.QueryEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the files of one import into a staging folder.
 *
 * @param engine the query engine
 * @param staging the folder for what comes out
 * @param request what to import, and how
 * @param earlier the version before, if there is one
 * @param news hears how far the reading of the ratings is
 */
record ImportReader(
    QueryEngine engine,
    Path staging,
    ImportRequest request,
    Optional<EarlierVersion> earlier,
    ReadingNews news) {

  /**
   * Reads ratings, and what lies beside them.
   *
   * @throws MatineeException IMPORT_UNREADABLE, EVENT_KIND_MISMATCH or TOO_MANY_BAD_ROWS
   */
  StagedImport read(SourceFiles files) throws IOException, SQLException {
    Path rejected = staging.resolve("rejects.jsonl");
    Path parquet = staging.resolve("ratings.parquet");
    ImportNotes notes = new ImportNotes();
    TimeNumbers times = timeNumbers(files);
    try (RejectLog rejects = new RejectLog(rejected)) {
      RatingScale scale;
      RatingsTable ratings;
      try (RatingRows rows = open(files, notes)) {
        scale = rows.rated() ? request.scale().orElse(files.formScale()) : ofWatches(files);
        earlier.ifPresent(before -> before.requireKindOf(scale));
        ratings = new RatingsTable(engine, parquet, scale, times);
        ratings.read(rows, rejects);
      }
      check(ratings.rows(), ratings, rejects);
      if (ratings.rows() == rejects.count()) {
        throw UnreadableImport.of(
            files.ratings().getFirst(), "holds no rating", "give a file with ratings");
      }
      if (scale.kind() == EventKind.WATCH) {
        noteWatches(files, ratings.rows() - rejects.count(), notes);
      }
      files.unread().noteIn(notes);
      ratings.findings().noteIn(notes, fileName(files), request.scale());
      news.rows(ratings.rows());
      long duplicates = ratings.removeDuplicates();
      StagedCatalogue beside =
          new CatalogueImport(engine, staging, parquet, kept(files))
              .read(files.beside(), request.minimumVotes(), rejects, notes);
      check(ratings.rows() + beside.rows(), ratings, rejects);
      FilterCounts leftOut =
          new RatingFilter(engine, parquet, beside.catalogue()).apply(request.filters());
      if (!request.filters().isNone()) {
        ratings.listIds();
      }
      ImportCounts counts =
          new ImportCounts(
              ratings.rows(),
              ratings.count(),
              ratings.countUsers(),
              ratings.countMovies(),
              beside.movies(),
              rejects.count(),
              duplicates);
      Path description =
          new StagedDescription(engine, staging).write(ratings.counts(), beside.catalogue(), scale);
      return new StagedImport(
          files.form(),
          scale,
          request.source() instanceof ImportSource.Bundled,
          counts,
          new Filtering(request.filters(), leftOut),
          notes.all(),
          parquet,
          ratings.sha256(),
          beside.catalogue(),
          beside.users(),
          rejected,
          description);
    }
  }

  private TimeNumbers timeNumbers(SourceFiles files) throws IOException {
    RatingsOpening opening =
        new RatingsOpening(staging.resolve("reading"), new ImportNotes(), unheard -> {});
    try (RatingRows rows = opening.open(files.layout(), files.ratings())) {
      return TimeNumbers.of(rows);
    }
  }

  private RatingRows open(SourceFiles files, ImportNotes notes) throws IOException {
    return new RatingsOpening(staging.resolve("reading"), notes, news::bytes)
        .open(files.layout(), files.ratings());
  }

  /** Watches have no scale that could be asked for. */
  private RatingScale ofWatches(SourceFiles files) {
    if (request.scale().isPresent()) {
      throw UnreadableImport.of(
          files.ratings().getFirst(),
          "holds watches, which have no scale",
          "leave out options.scale (--scale), or say which column holds ratings");
    }
    return RatingScale.WATCHES;
  }

  private void noteWatches(SourceFiles files, long watches, ImportNotes notes) {
    notes.add(
        NoteKind.WATCHES,
        fileName(files),
        watches,
        String.format(
            Locale.ROOT,
            "rows taken for watches, %s: %,d, each of which counts as a like",
            request.form().kind().isPresent() ? "as asked for" : "since no column holds ratings",
            watches));
  }

  private static String fileName(SourceFiles files) {
    return String.valueOf(files.ratings().getFirst().getFileName());
  }

  /** An import with movies is whole; one without them keeps those of the version before. */
  private Optional<EarlierVersion> kept(SourceFiles files) {
    boolean whole = files.beside().keySet().stream().anyMatch(CatalogueFile::describesMovies);
    return whole ? Optional.empty() : earlier;
  }

  private void check(long rows, RatingsTable ratings, RejectLog rejects) {
    new BadRows(request.maximumRejectedShare())
        .check(rows, rejects, () -> ScaleAdvice.of(ratings.findings(), rejects.count(), rows));
  }
}
