package io.matinee.trainer.dataset.rating;

import io.matinee.trainer.dataset.counting.RunningCounts;
import io.matinee.trainer.dataset.parquet.IdTexts;
import io.matinee.trainer.dataset.parquet.RatingColumns;
import io.matinee.trainer.dataset.parquet.RatingsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes ratings into Parquet on a thread of its own, while the next ones are read. Ids are whole
 * numbers until one is not: what comes from then on goes into a second file. Used by one thread.
 */
final class RatingsSink implements AutoCloseable {
  private final Path folder;
  private final IdNumbers users;
  private final IdNumbers movies;
  private final RepeatedRatings repeated;
  private final RunningCounts counts;
  private final Consumer<RatingColumns> numbering;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("import-writer").factory());
  private final List<RatingsFile> files = new ArrayList<>();
  private @Nullable RatingsFile file;
  private @Nullable Future<?> writing;
  private RatingColumns filling = new RatingColumns();
  private RatingColumns waiting = new RatingColumns();

  /**
   * A sink into files of a folder, for ratings by the users and of the movies with numbers.
   *
   * @param repeated is shown all ratings, and may be asked after {@link #finish}
   * @param counts likewise
   * @param numbering numbers the ids of ratings before they are written
   */
  RatingsSink(
      Path folder,
      IdNumbers users,
      IdNumbers movies,
      RepeatedRatings repeated,
      RunningCounts counts,
      Consumer<RatingColumns> numbering) {
    this.folder = folder;
    this.users = users;
    this.movies = movies;
    this.repeated = repeated;
    this.counts = counts;
    this.numbering = numbering;
  }

  /** Returns where the next rating goes. */
  RatingColumns next() throws IOException {
    if (filling.isFull()) {
      hand();
    }
    return filling;
  }

  /**
   * Writes all that is left.
   *
   * @return the files, closed, in the order of their ratings; ids of the first may be whole numbers
   */
  List<RatingsFile> finish() throws IOException {
    hand();
    await();
    if (file != null) {
      file.close();
      file = null;
    }
    return List.copyOf(files);
  }

  @Override
  public void close() throws IOException {
    writer.shutdownNow();
    writer.close();
    if (file != null) {
      file.close();
    }
  }

  private void hand() throws IOException {
    numbering.accept(filling);
    await();
    if (filling.size() > 0) {
      RatingColumns full = filling;
      RatingsFile target = target();
      IdTexts userTexts = users.texts();
      IdTexts movieTexts = movies.texts();
      writing =
          writer.submit(
              () -> {
                target.write(full, userTexts, movieTexts);
                repeated.add(full);
                counts.add(full);
                return null;
              });
      filling = waiting;
      filling.clear();
      waiting = full;
    }
  }

  private void await() throws IOException {
    Future<?> last = writing;
    writing = null;
    if (last == null) {
      return;
    }
    try {
      last.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while ratings are written", stopped);
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof IOException fault ? fault : new IOException(failure);
    }
  }

  private RatingsFile target() throws IOException {
    boolean wholeNumbers = users.areWholeNumbers() && movies.areWholeNumbers();
    RatingsFile current = file;
    if (current != null && current.wholeNumbers() == wholeNumbers) {
      return current;
    }
    if (current != null) {
      current.close();
    }
    Path path = folder.resolve("ratings-%d.parquet".formatted(files.size() + 1));
    current = new RatingsFile(path, wholeNumbers);
    files.add(current);
    file = current;
    return current;
  }
}
