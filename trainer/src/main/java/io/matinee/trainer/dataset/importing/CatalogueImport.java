package io.matinee.trainer.dataset.importing;

import io.matinee.model.source.CatalogueFile;
import io.matinee.trainer.dataset.catalogue.CatalogueReader;
import io.matinee.trainer.dataset.catalogue.CatalogueTable;
import io.matinee.trainer.dataset.catalogue.DescribedCatalogue;
import io.matinee.trainer.dataset.note.ImportNotes;
import io.matinee.trainer.dataset.note.NoteKind;
import io.matinee.trainer.dataset.rejection.RejectLog;
import io.matinee.trainer.dataset.source.ReadableFiles;
import io.matinee.trainer.dataset.user.UserFile;
import io.matinee.trainer.dataset.user.UserTable;
import io.matinee.trainer.dataset.version.DatasetBlob;
import io.matinee.trainer.query.QueryEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the files that describe movies and users into a staging folder, after the ratings.
 *
 * @param engine the query engine, which knows the rated movies
 * @param staging the folder for what comes out
 * @param ratings the ratings as Parquet
 * @param earlier the version before, whose movies and users stay where files do not describe any
 */
record CatalogueImport(
    QueryEngine engine, Path staging, Path ratings, Optional<EarlierVersion> earlier) {

  /** Reads the files. */
  StagedCatalogue read(
      Map<CatalogueFile, Path> files, long minimumVotes, RejectLog rejects, ImportNotes notes)
      throws IOException, SQLException {
    ReadableFiles readable =
        new ReadableFiles(files, staging.resolve("utf8"), notes, engine::checkInterrupted);
    DescribedCatalogue described =
        new CatalogueReader(readable, minimumVotes, rejects, notes, engine::checkInterrupted)
            .read();
    CatalogueTable table = new CatalogueTable(engine);
    table.describe(described.movies());
    boolean describesMovies = files.keySet().stream().anyMatch(CatalogueFile::describesMovies);
    if (earlier.isPresent() && !describesMovies) {
      keep(table, earlier.get(), notes);
    }
    note(table, describesMovies, notes);
    Path catalogue = staging.resolve("catalogue.parquet");
    long movies = table.write(catalogue);
    Path users = staging.resolve("users.parquet");
    long userRows = readUsers(readable, users, rejects, notes);
    return new StagedCatalogue(described.rows() + userRows, movies, catalogue, users);
  }

  private static void keep(CatalogueTable table, EarlierVersion version, ImportNotes notes)
      throws SQLException, IOException {
    long kept = table.keep(version.blob(DatasetBlob.CATALOGUE));
    if (kept > 0) {
      notes.add(
          NoteKind.CATALOGUE_KEPT,
          "",
          kept,
          "movies described as in %s: %,d".formatted(version.version().name(), kept));
    }
  }

  private static void note(CatalogueTable table, boolean describesMovies, ImportNotes notes)
      throws SQLException {
    long described = table.countDescribed();
    long undescribed = table.countUndescribed();
    if (described > 0 && table.countDescribedAndRated() == 0) {
      notes.add(
          NoteKind.CATALOGUE_UNRATED,
          "",
          described,
          "none of the %,d movies that are described is rated: their ids are not those of the ratings"
              .formatted(described));
    } else if (described > 0 && undescribed > 0) {
      notes.add(
          NoteKind.RATED_UNDESCRIBED,
          "",
          undescribed,
          "rated movies that no file describes, and so without a title: %,d"
              .formatted(undescribed));
    } else if (undescribed > 0) {
      notes.add(
          NoteKind.RATED_UNDESCRIBED,
          "",
          undescribed,
          "no movie has a title: "
              + (describesMovies
                  ? "of the files that describe movies no row was taken"
                  : "no file describes movies"));
    }
  }

  private long readUsers(ReadableFiles files, Path parquet, RejectLog rejects, ImportNotes notes)
      throws IOException, SQLException {
    Optional<Path> file = files.open(CatalogueFile.USERS);
    Optional<UserFile> users = file.isEmpty() ? Optional.empty() : UserFile.find(file.get());
    if (file.isPresent() && users.isEmpty()) {
      notes.add(
          NoteKind.FILE_IGNORED,
          String.valueOf(file.get().getFileName()),
          1,
          "left out: it names no user with age, sex or occupation");
    }
    UserTable table = new UserTable(engine, parquet);
    if (users.isPresent()) {
      long rows = table.write(users.get(), rejects, engine::checkInterrupted);
      noteUsers(table, users.get(), notes);
      return rows;
    }
    table.keep(
        earlier.isPresent()
            ? Optional.of(earlier.get().blob(DatasetBlob.USERS))
            : Optional.empty());
    return 0;
  }

  private void noteUsers(UserTable table, UserFile users, ImportNotes notes) throws SQLException {
    long described = table.countDescribed();
    if (described > 0 && table.countDescribedIn(ratings) == 0) {
      notes.add(
          NoteKind.USERS_UNRATED,
          String.valueOf(users.table().file().getFileName()),
          described,
          "none of the %,d users that are described has rated: their ids are not those of the ratings"
              .formatted(described));
    }
  }
}
