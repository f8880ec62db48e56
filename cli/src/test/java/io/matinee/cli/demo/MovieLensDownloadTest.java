package io.matinee.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovieLensDownloadTest {
  @TempDir Path folder;

  @Test
  void keepsAWholeZip() throws IOException {
    byte[] zip = zip(600_000);

    assertThat(fetch(zip)).contains(folder.resolve("ml-latest-small.zip"));
    assertThat(new MovieLensDownload(URI.create("http://127.0.0.1:1/"), folder).kept()).isPresent();
  }

  @Test
  void leavesATornZipAlone() throws IOException {
    byte[] zip = zip(600_000);

    assertThat(fetch(Arrays.copyOf(zip, zip.length / 2))).isEmpty();
    assertThat(new MovieLensDownload(URI.create("http://127.0.0.1:1/"), folder).kept()).isEmpty();
  }

  @Test
  void leavesAZipWithHardlyAnyRatingsAlone() throws IOException {
    assertThat(fetch(zip(100))).isEmpty();
  }

  @Test
  void goesOnWithoutANetwork() {
    assertThat(new MovieLensDownload(URI.create("http://127.0.0.1:1/none"), folder).fetch())
        .isEmpty();
  }

  private Optional<Path> fetch(byte[] content) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/set.zip",
        exchange -> {
          exchange.sendResponseHeaders(200, content.length);
          exchange.getResponseBody().write(content);
          exchange.close();
        });
    server.start();
    try {
      URI source =
          URI.create("http://127.0.0.1:%d/set.zip".formatted(server.getAddress().getPort()));
      return new MovieLensDownload(source, folder).fetch();
    } finally {
      server.stop(0);
    }
  }

  private static byte[] zip(int ratingBytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("ml-latest-small/ratings.csv"));
      zip.write(new byte[ratingBytes]);
      zip.putNextEntry(new ZipEntry("ml-latest-small/movies.csv"));
      zip.write("movieId,title,genres".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
