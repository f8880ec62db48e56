package io.matinee.trainer.dataset.catalogue;

import io.matinee.model.source.CatalogueFile;
import io.matinee.trainer.dataset.note.ImportNotes;
import io.matinee.trainer.dataset.rejection.RejectLog;
import io.matinee.trainer.dataset.source.ReadableFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads the files beside the ratings: movies, links, metadata and tags. What it keeps of them is
 * bounded, however large they are. Used by one thread, once.
 */
public final class CatalogueReader {
  private static final int BYTES_OF_A_LINK = 150;

  private final ReadableFiles files;
  private final long minimumVotes;
  private final CatalogueLog log;
  private final GenreNames genres = new GenreNames();
  private final DescribedMovies movies = new DescribedMovies();
  private final LinkedMovies linked = new LinkedMovies();

  /**
   * A reader of the files of an import.
   *
   * @param minimumVotes entries of themoviedb.org with fewer votes are left out
   * @param goOn is called with each row; what it throws ends the reading
   */
  public CatalogueReader(
      ReadableFiles files, long minimumVotes, RejectLog rejects, ImportNotes notes, Runnable goOn) {
    this.files = files;
    this.minimumVotes = minimumVotes;
    this.log = new CatalogueLog(rejects, notes, goOn);
  }

  /**
   * Reads what the files describe; of two movies with the same id, the first.
   *
   * @throws io.matinee.runtime.error.MatineeException IMPORT_UNREADABLE when a file of movies names
   *     no ids, or the movies are too many
   */
  public DescribedCatalogue read() throws IOException {
    read(CatalogueFile.MOVIES, new MovieFile(movies, genres, log)::read);
    read(CatalogueFile.LINKS, file -> new LinkFile(log).read(file, link(file)));
    read(CatalogueFile.METADATA, this::readMetadata);
    read(CatalogueFile.TAGS, new TagFile(movies, log)::read);
    return new DescribedCatalogue(movies.all(), log.rows());
  }

  private LinkFile.Visitor link(Path file) {
    boolean toMetadata = files.has(CatalogueFile.METADATA);
    return (movie, imdb, tmdb) -> {
      movies.change(movie, described -> described.withLinks(imdb, tmdb));
      if (toMetadata && !tmdb.isEmpty()) {
        movies.count(BYTES_OF_A_LINK + 2L * (movie.length() + tmdb.length()), file);
        linked.add(movie, tmdb);
        return true;
      }
      return movies.has(movie);
    };
  }

  private void readMetadata(Path file) throws IOException {
    new MetadataFile(movies, match(), genres, minimumVotes, log).read(file);
  }

  private MetadataMatch match() {
    if (!linked.isEmpty()) {
      return linked;
    }
    return movies.all().isEmpty() ? new OwnIds() : new TitledMovies(movies.all());
  }

  private void read(CatalogueFile kind, Reading reading) throws IOException {
    Optional<Path> file = files.open(kind);
    if (file.isPresent()) {
      reading.read(file.get());
    }
  }

  private interface Reading {
    void read(Path file) throws IOException;
  }
}
