package io.matinee.trainer.dataset.form;

import io.matinee.trainer.dataset.note.ImportNotes;
import io.matinee.trainer.dataset.note.NoteKind;
import io.matinee.trainer.dataset.row.RatingRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/** Opens the ratings of an import, and notes what of them is not read. Not thread-safe. */
public final class RatingsOpening {
  /** The most notes of columns that are not read: files can be many, and each have others. */
  private static final int MOST_NOTES = 10;

  /** How a column is called that cross-validations leave behind. */
  private static final String FOLD = "fold";

  private final Path temporary;
  private final ImportNotes notes;
  private final LongConsumer bytesRead;
  private final Set<List<String>> noted = new HashSet<>();

  /**
   * An opening for one import.
   *
   * @param temporary a folder for what a query engine may spill
   * @param notes where that is noted, once for all files that have the same
   * @param bytesRead hears, again and again, how many bytes have been read
   */
  public RatingsOpening(Path temporary, ImportNotes notes, LongConsumer bytesRead) {
    this.temporary = temporary;
    this.notes = notes;
    this.bytesRead = bytesRead;
  }

  /**
   * Opens files before their first row.
   *
   * @param files at least one, all of one layout
   */
  public RatingRows open(RatingsLayout layout, List<Path> files) throws IOException {
    return new RatingsInTurn(files, file -> open(layout, file), bytesRead);
  }

  private RatingRows open(RatingsLayout layout, Path file) throws IOException {
    return switch (layout) {
      case RatingsLayout.Delimited delimited -> {
        note(file, delimited.ignored());
        yield DelimitedRatings.open(file, delimited);
      }
      case RatingsLayout.Netflix netflix -> {
        note(file, netflix.ignored());
        yield NetflixRatings.open(file, netflix.rated());
      }
      case RatingsLayout.JsonLines json ->
          JsonLinesRatings.open(file, json, ignored -> note(file, ignored));
      case RatingsLayout.Parquet(var kind) -> {
        ParquetRatings rows = ParquetRatings.open(file, temporary, kind);
        note(file, rows.ignored());
        yield rows;
      }
    };
  }

  private void note(Path file, List<String> ignored) {
    if (noted.size() < MOST_NOTES && noted.add(List.copyOf(ignored))) {
      notes.addIgnoredColumns(String.valueOf(file.getFileName()), ignored);
      noteFolds(file, ignored);
    }
  }

  private void noteFolds(Path file, List<String> ignored) {
    if (ignored.stream().anyMatch(name -> name.strip().equalsIgnoreCase(FOLD))) {
      notes.add(
          NoteKind.FOLDS,
          String.valueOf(file.getFileName()),
          1,
          "ratings of all folds of the column %s were taken; import the rows of one fold alone to hold them out"
              .formatted(FOLD));
    }
  }
}
