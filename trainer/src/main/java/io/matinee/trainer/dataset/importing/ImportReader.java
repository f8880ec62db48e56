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
import io.matinee.trainer.dataset.form.RatingsLayout;
import io.matinee.trainer.dataset.rating.CarefulPass;
import io.matinee.trainer.dataset.rating.RatingRule;
import io.matinee.trainer.dataset.rating.RatingsSource;
import io.matinee.trainer.dataset.rating.RatingsTable;
import io.matinee.trainer.dataset.rejection.RejectLog;
import io.matinee.trainer.dataset.rejection.UnreadableImport;
import io.matinee.trainer.dataset.source.SourceFiles;
import io.matinee.trainer.dataset.version.ImportCounts;
import io.matinee.trainer.query.QueryEngine;
import io.matinee.trainer.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * Reads the files of one import into a staging folder.
 *
 * @param engine the query engine
 * @param staging the folder for what comes out
 * @param request what to import, and how
 * @param rowsRead hears how many rows of ratings there were, once all are read
 */
record ImportReader(
    QueryEngine engine, Path staging, ImportRequest request, LongConsumer rowsRead) {

  /**
   * Reads.
   *
   * @throws MatineeException IMPORT_UNREADABLE or TOO_MANY_BAD_ROWS
   */
  StagedImport read(SourceFiles files) throws IOException, SQLException {
    RatingScale scale = request.scale().orElse(files.formScale());
    RatingRule rule = new RatingRule(files.layout().header(), scale);
    Path rejected = staging.resolve("rejects.jsonl");
    Path parquet = staging.resolve("ratings.parquet");
    RatingsTable ratings = new RatingsTable(engine, parquet);
    try (RejectLog rejects = new RejectLog(rejected)) {
      long rows = readRatings(files, rule, ratings, rejects);
      if (rows == rejects.count()) {
        throw UnreadableImport.of(files.ratings(), "holds no rating", "give a file with ratings");
      }
      rowsRead.accept(rows);
      long duplicates = ratings.removeDuplicates();
      Collection<CatalogueRow> described =
          new CatalogueReader(files, rejects, engine::checkInterrupted).read();
      Path catalogue = staging.resolve("catalogue.parquet");
      long movies = new CatalogueTable(engine).write(described, catalogue);
      FilterCounts leftOut = new RatingFilter(engine, parquet, catalogue).apply(request.filters());
      ratings.listIds();
      ImportCounts counts =
          new ImportCounts(
              rows,
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

  private long readRatings(
      SourceFiles files, RatingRule rule, RatingsTable ratings, RejectLog rejects)
      throws IOException, SQLException {
    RatingsLayout layout = files.layout();
    RatingsSource source = RatingsSource.of(files.ratings(), layout);
    if (ratings.readStrictly(source, rule.scale())) {
      return ratings.count();
    }
    Path clean = staging.resolve("clean.csv");
    long rows =
        new CarefulPass(rule, layout.delimiter().text(), layout.quoted())
            .run(files.ratings(), clean, rejects, engine::checkInterrupted);
    if (rejects.count() > request.maximumRejectedShare() * rows) {
      throw tooMany(rows, rejects);
    }
    ratings.readClean(clean);
    return rows;
  }

  private MatineeException tooMany(long rows, RejectLog rejects) {
    String first =
        rejects.first().stream()
            .map(row -> "line " + row.line() + ": " + row.reason())
            .collect(Collectors.joining("; "));
    String message =
        String.format(
            Locale.ROOT,
            "%,d of %,d rows could not be used, more than the allowed %s %%: %s. Nothing was"
                + " imported; mend the file, or raise options.maximum_rejected_share"
                + " (--max-rejected-share).",
            rejects.count(),
            rows,
            percent(request.maximumRejectedShare()),
            first);
    return MatineeException.of(Reason.TOO_MANY_BAD_ROWS, message)
        .with("rejected", Long.toString(rejects.count()))
        .with("rows", Long.toString(rows));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.4f", 100 * share).replaceFirst("\\.?0+$", "");
  }
}
