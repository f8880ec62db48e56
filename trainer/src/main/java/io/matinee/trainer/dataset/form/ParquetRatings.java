package io.matinee.trainer.dataset.form;

import io.matinee.model.ratings.EventKind;
import io.matinee.trainer.dataset.rejection.UnreadableImport;
import io.matinee.trainer.dataset.row.RatingRows;
import io.matinee.trainer.dataset.text.Slice;
import io.matinee.trainer.query.QueryCursor;
import io.matinee.trainer.query.QueryEngine;
import io.matinee.trainer.store.StorageFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ratings as Parquet with named columns of numbers, texts or times. Its values become texts, which
 * are judged as those of other forms are; a row has its number for a line. Not thread-safe.
 */
final class ParquetRatings implements RatingRows {
  private static final int MEGABYTES = 256;

  private final Path path;
  private final QueryEngine engine;
  private final QueryCursor rows;
  private final ParquetColumns columns;
  private final boolean rated;
  private final boolean timed;
  private final long bytes;
  private final long rowCount;
  private final Slice user = new Slice();
  private final Slice movie = new Slice();
  private final Slice rating = new Slice();
  private final Slice time = new Slice();
  private long number;

  private ParquetRatings(
      Path path, QueryEngine engine, QueryCursor rows, ParquetColumns columns, long rowCount)
      throws IOException {
    this.path = path;
    this.engine = engine;
    this.rows = rows;
    this.columns = columns;
    this.rated = columns.rated();
    this.timed = columns.timed();
    this.bytes = Files.size(path);
    this.rowCount = rowCount;
  }

  /**
   * Opens a file before its first row.
   *
   * @param temporary a folder for what the engine may spill
   * @param kind what the rows are, as the caller says; empty to find it out
   * @throws io.matinee.runtime.error.MatineeException IMPORT_UNREADABLE when it is damaged, or has
   *     no columns of ratings
   */
  static ParquetRatings open(Path path, Path temporary, Optional<EventKind> kind)
      throws IOException {
    try {
      QueryEngine engine = QueryEngine.open(temporary, MEGABYTES);
      try {
        ParquetColumns columns = ParquetColumns.of(path, engine, kind);
        long count = engine.number("SELECT count(*) FROM " + QueryEngine.parquet(path));
        return new ParquetRatings(path, engine, engine.cursor(columns.query(path)), columns, count);
      } catch (SQLException | RuntimeException failure) {
        engine.close();
        throw failure;
      }
    } catch (SQLException damaged) {
      throw unreadable(path, damaged);
    }
  }

  /** Returns the names of columns that are not read. */
  List<String> ignored() {
    return columns.named().ignored();
  }

  @Override
  public boolean next() throws IOException {
    try {
      if (!rows.next()) {
        return false;
      }
      number++;
      user.set(rows.text(1));
      movie.set(rows.text(2));
      rating.set(rows.text(3));
      time.set(rows.text(4));
      return true;
    } catch (SQLException damaged) {
      throw unreadable(path, damaged);
    }
  }

  @Override
  public String problem() {
    return "";
  }

  @Override
  public Slice user() {
    return user;
  }

  @Override
  public Slice movie() {
    return movie;
  }

  @Override
  public Slice rating() {
    return rating;
  }

  @Override
  public Slice time() {
    return time;
  }

  @Override
  public boolean rated() {
    return rated;
  }

  @Override
  public boolean timed() {
    return timed;
  }

  @Override
  public String file() {
    return String.valueOf(path.getFileName());
  }

  @Override
  public long line() {
    return number;
  }

  @Override
  public String text() {
    Stream<Slice> there =
        Stream.of(
                Stream.of(user, movie),
                rated ? Stream.of(rating) : Stream.<Slice>empty(),
                timed ? Stream.of(time) : Stream.<Slice>empty())
            .flatMap(slices -> slices);
    return there.map(Slice::text).collect(Collectors.joining(","));
  }

  @Override
  public long offset() {
    return rowCount == 0 ? bytes : (long) ((double) bytes * number / rowCount);
  }

  @Override
  public void close() throws IOException {
    try (engine) {
      rows.close();
    } catch (SQLException failure) {
      throw StorageFault.of(failure);
    }
  }

  private static RuntimeException unreadable(Path path, SQLException damaged) {
    return StorageFault.isFullDisk(damaged)
        ? StorageFault.of(damaged)
        : UnreadableImport.of(path, "is damaged or no Parquet", "copy or download it again");
  }
}
