package io.matinee.cli.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Fetches MovieLens "ml-latest-small" once, and keeps it. See grouplens.org/datasets/movielens for
 * its terms.
 */
public final class MovieLensDownload {
  /** Where GroupLens offers the set. */
  public static final URI OFFICIAL =
      URI.create("https://files.grouplens.org/datasets/movielens/ml-latest-small.zip");

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final long SMALLEST_RATINGS = 500_000;
  private static final long LARGEST_RATINGS = 20_000_000;

  private final URI source;
  private final Path file;

  /**
   * Makes a download; nothing is fetched yet.
   *
   * @param source where the zip is
   * @param folder where to keep it
   */
  public MovieLensDownload(URI source, Path folder) {
    this.source = source;
    this.file = folder.resolve("ml-latest-small.zip");
  }

  /** Returns the file from an earlier download; empty when there is none that is whole. */
  public Optional<Path> kept() {
    return isWhole(file) ? Optional.of(file) : Optional.empty();
  }

  /**
   * Tries once to fetch the file.
   *
   * @return the file; empty when there is no network, the answer is not a whole zip, or it takes
   *     too long
   */
  public Optional<Path> fetch() {
    Path partial = file.resolveSibling("ml-latest-small.partial");
    try (HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT_LIMIT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      HttpRequest request = HttpRequest.newBuilder(source).timeout(LIMIT).GET().build();
      HttpResponse<Path> response = client.send(request, HttpResponse.BodyHandlers.ofFile(partial));
      if (response.statusCode() != 200 || !isWhole(partial)) {
        return Optional.empty();
      }
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
      return Optional.of(file);
    } catch (IOException noNetwork) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static boolean isWhole(Path zip) {
    if (!Files.isRegularFile(zip)) {
      return false;
    }
    try (ZipFile archive = new ZipFile(zip.toFile())) {
      long ratings = size(archive, "ml-latest-small/ratings.csv");
      return ratings >= SMALLEST_RATINGS
          && ratings <= LARGEST_RATINGS
          && size(archive, "ml-latest-small/movies.csv") > 0;
    } catch (IOException torn) {
      return false;
    }
  }

  private static long size(ZipFile archive, String name) {
    return Optional.ofNullable(archive.getEntry(name)).map(ZipEntry::getSize).orElse(0L);
  }
}
