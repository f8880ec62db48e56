package io.matinee.trainer.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.trainer.dataset.filter.RatingFilters;
import io.matinee.trainer.dataset.form.FormDetection;
import io.matinee.trainer.dataset.form.RatingsColumn;
import io.matinee.trainer.dataset.source.ImportSource;
import io.matinee.trainer.dataset.version.DatasetVersion;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Delimited ratings of any kind, and the wrappings that ratings come in. */
class ImportFormsTest extends OpenBench {
  private static final String RATINGS =
      "userId,movieId,rating,timestamp\n1,10,4.5,100\n1,20,3.0,200\n2,10,0.5,300\n";
  private static final String[] EXPECTED = {"1,10,4.5,100", "1,20,3.0,200", "2,10,0.5,300"};

  @Test
  void readsWindowsLinesAByteOrderMarkQuotesAndOtherColumnOrders() throws Exception {
    Path file =
        write(
            "ratings.csv",
            "\uFEFFrating,\"movieId\",userId\r\n4.5,10,\"a,b\"\r\n3.0,20,\"a,b\"\r\n");
    assertThat(bench.ratings(bench.imported(file))).containsExactly("a,b,10,4.5,-", "a,b,20,3.0,-");
  }

  @Test
  void readsQuotesBetweenSpacesAsRWritesThem() throws Exception {
    String table =
        " \"user\"  \"movie\" \"rating\" \n\"u 1\" \"m1\" 4\n\"u2\"   \"m1\" \"3\"  \nu3 m1 5 \n";
    for (String text : List.of(table, table.replace("\n", "\r\n"), table.replace("\n", "\r"))) {
      assertThat(bench.ratings(bench.imported(write("ratings.txt", text))))
          .containsExactly("u 1,m1,4.0,-", "u2,m1,3.0,-", "u3,m1,5.0,-");
    }
  }

  @Test
  void readsGzipAndZipAndFoldersWithin() throws Exception {
    Path zip = folder.resolve("ml.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("ml-latest-small/"));
      out.putNextEntry(new ZipEntry("ml-latest-small/ratings.csv"));
      out.write(RATINGS.getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry("ml-latest-small/movies.csv"));
      out.write("movieId,title,genres\n10,Heat (1995),Crime\n".getBytes(StandardCharsets.UTF_8));
    }
    DatasetVersion zipped = bench.imported(zip);
    assertThat(bench.ratings(zipped)).containsExactly(EXPECTED);
    assertThat(bench.catalogue(zipped)).containsExactly("10;Heat;1995;Crime;;;", "20;;-;;;;");
    Path gzip = folder.resolve("some.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write(RATINGS.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(bench.ratings(bench.imported(gzip))).containsExactly(EXPECTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "|", "\t", "::", " "})
  void readsRowsOfAnyDelimiterUnderAHeaderOfSynonyms(String delimiter) throws Exception {
    String rows =
        """
        date,item_id,Score,user,liked
        100,10,4.5,1,yes
        200,20,3.0,1,no
        300,10,0.5,2,no
        """;
    Path file = write("BX-ratings.txt", rows.replace(",", delimiter));
    assertThat(bench.ratings(bench.imported(file))).containsExactly(EXPECTED);
  }

  @Test
  void readsRowsWithoutAHeaderByTheColumnsThatAreNamed() throws Exception {
    Path file = write("ratings.csv", "4.5,1,x,10,100\n3.0,1,y,20,200\n0.5,2,z,10,300\n");
    FormDetection form =
        new FormDetection(
            Optional.empty(),
            List.of(
                RatingsColumn.RATING,
                RatingsColumn.USER,
                RatingsColumn.IGNORED,
                RatingsColumn.MOVIE,
                RatingsColumn.TIME));
    ImportRequest unaided = ImportBench.request(file);
    assertThat(bench.failure(unaided).message()).contains("--columns user,movie,rating,time");
    ImportRequest aided =
        new ImportRequest(
            unaided.dataset(),
            unaided.source(),
            form,
            unaided.scale(),
            0,
            unaided.filters(),
            0,
            unaided.key());
    assertThat(bench.ratings(bench.imported(aided))).containsExactly(EXPECTED);
  }

  @Test
  void bringsTheBundledSampleInAsSynthetic() throws Exception {
    DatasetVersion version =
        bench.imported(
            new ImportRequest(
                ImportBench.NAME,
                new ImportSource.Bundled(),
                FormDetection.UNAIDED,
                Optional.empty(),
                .01,
                RatingFilters.NONE,
                0,
                Optional.empty()));
    assertThat(version.manifest().synthetic()).isTrue();
    assertThat(version.manifest().source()).isEqualTo("bundled sample");
    assertThat(version.manifest().counts().users()).isEqualTo(1000);
    assertThat(version.manifest().counts().rejected()).isZero();
  }
}
