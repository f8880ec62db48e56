package io.matinee.trainer.dataset.form;

import io.matinee.trainer.dataset.note.ImportNotes;
import io.matinee.trainer.dataset.note.NoteKind;
import io.matinee.trainer.dataset.row.RatingRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Opens the ratings of an import, and notes what of them is not read.
 *
 * @param temporary a folder for what a query engine may spill
 * @param notes where that is noted
 * @param bytesRead hears, again and again, how many bytes have been read
 */
public record RatingsOpening(Path temporary, ImportNotes notes, LongConsumer bytesRead) {

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
      case RatingsLayout.Netflix() -> NetflixRatings.open(file);
      case RatingsLayout.JsonLines json -> {
        note(file, json.ignored());
        yield JsonLinesRatings.open(file, json.timed());
      }
      case RatingsLayout.Parquet() -> {
        ParquetRatings rows = ParquetRatings.open(file, temporary);
        note(file, rows.ignored());
        yield rows;
      }
    };
  }

  private void note(Path file, List<String> ignored) {
    if (!ignored.isEmpty()) {
      notes.add(
          NoteKind.COLUMNS_IGNORED,
          String.valueOf(file.getFileName()),
          ignored.size(),
          "these columns were not read: " + String.join(", ", ignored));
    }
  }
}
