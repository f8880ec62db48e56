package io.matinee.trainer.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.source.RatingsForm;
import io.matinee.trainer.dataset.filter.RatingFilters;
import io.matinee.trainer.dataset.form.FormDetection;
import io.matinee.trainer.dataset.form.RatingsColumn;
import io.matinee.trainer.dataset.source.ImportSource;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.dataset.version.ImportCounts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms and wrappings that ratings come in. */
class ImportFormsTest {
  private static final String RATINGS =
      "userId,movieId,rating,timestamp\n1,10,4.5,100\n1,20,3.0,200\n2,10,0.5,300\n";
  private static final String[] EXPECTED = {"1,10,4.5,100", "1,20,3.0,200", "2,10,0.5,300"};

  @TempDir Path folder;
  private ImportBench bench;

  @BeforeEach
  void open() throws IOException {
    bench = new ImportBench(folder.resolve("home"));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void readsAMovieLensCsvFolderWithItsCatalogue() throws Exception {
    write("data/ratings.csv", RATINGS);
    write(
        "data/movies.csv",
        """
        movieId,title,genres\r
        10,"American President, The (1995)",Comedy|Drama\r
        20,"City of Lost Children, The (Cité des enfants perdus, La) (1995)",Sci-Fi\r
        30,Unrated,(no genres listed)\r
        """);
    write("data/links.csv", "movieId,imdbId,tmdbId\n10,0112346,9087\n20,0112682,\n");
    write(
        "data/tags.csv",
        "userId,movieId,tag,timestamp\n1,10,Politics,1\n2,10,politics,2\n2,10,love,3\n");
    DatasetVersion version = bench.imported(folder.resolve("data"));
    assertThat(bench.ratings(version)).containsExactly(EXPECTED);
    assertThat(bench.catalogue(version))
        .containsExactly(
            "10;The American President;1995;Comedy|Drama;politics|love;0112346;9087",
            "20;The City of Lost Children (La Cité des enfants perdus);1995;Sci-Fi;;0112682;",
            "30;Unrated;-;;;;");
    assertThat(version.manifest().counts()).isEqualTo(new ImportCounts(3, 3, 2, 2, 3, 0, 0));
    assertThat(version.manifest().scale()).isEqualTo(RatingScale.MOVIELENS_HALF_STARS);
    assertThat(version.manifest().form()).isEqualTo(RatingsForm.DELIMITED);
  }

  @Test
  void putsRatedMoviesThatNoFileDescribesIntoTheCatalogue() throws Exception {
    DatasetVersion version = bench.imported(write("ratings.csv", RATINGS));
    assertThat(bench.catalogue(version)).containsExactly("10;;-;;;;", "20;;-;;;;");
  }

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
  void readsOneMillionsDatWithWholeStars() throws Exception {
    write("ml-1m/users.dat", "1::F::1::10::48067\n");
    writeLatin("ml-1m/movies.dat", "10::Misérables, Les (1995)::Drama|Musical\n");
    write("ml-1m/ratings.dat", "1::10::5::978300760\n2::10::3::978300761\n");
    DatasetVersion version = bench.imported(folder.resolve("ml-1m"));
    assertThat(bench.ratings(version)).containsExactly("1,10,5.0,978300760", "2,10,3.0,978300761");
    assertThat(bench.catalogue(version)).containsExactly("10;Les Misérables;1995;Drama|Musical;;;");
    assertThat(version.manifest().scale()).isEqualTo(RatingScale.MOVIELENS_STARS);
  }

  @Test
  void readsTenMillionsDatWithHalfStarsSinceTagsLieBeside() throws Exception {
    write("set/tags.dat", "1::10::great::978300760\n");
    write("set/ratings.dat", "1::10::4.5::978300760\n");
    assertThat(bench.imported(folder.resolve("set")).manifest().scale())
        .isEqualTo(RatingScale.MOVIELENS_HALF_STARS);
  }

  @Test
  void neverGuessesHalfStarsFromTheRatings() throws Exception {
    Path file = write("set/ratings.dat", "1::10::4.5::978300760\n1::11::4::978300760\n");
    assertThat(bench.failure(ImportBench.request(file)).message())
        .contains("1 of 2 rows", "line 1: rating 4.5 is off the scale 1 to 5 by 1");
  }

  @Test
  void readsTheHundredThousandsTabs() throws Exception {
    writeLatin(
        "u.item",
        "10|Postino, Il (1994)|01-Jan-1994||http://x|0|0|0|0|0|1|0|0|1|0|0|0|0|0|1|0|0|0|0\n");
    DatasetVersion version =
        bench.imported(write("u.data", "196\t10\t3\t881250949\n186\t10\t5\t891717742\n"));
    assertThat(bench.ratings(version))
        .containsExactly("186,10,5.0,891717742", "196,10,3.0,881250949");
    assertThat(bench.catalogue(version))
        .containsExactly("10;Il Postino;1994;Comedy|Drama|Romance;;;");
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

  @Test
  void keepsTheLatestOfTwoRatingsOfAMovieByAUser() throws Exception {
    Path file =
        write(
            "ratings.csv",
            """
            userId,movieId,rating,timestamp
            1,10,1.0,300
            1,10,2.0,100
            1,20,3.0,5
            1,20,4.0,5
            2,10,5.0,7
            """);
    DatasetVersion version = bench.imported(file);
    assertThat(bench.ratings(version)).containsExactly("1,10,1.0,300", "1,20,4.0,5", "2,10,5.0,7");
    assertThat(version.manifest().counts()).isEqualTo(new ImportCounts(5, 3, 2, 2, 2, 0, 2));
  }

  @Test
  void findsARepeatedRatingWhereTheRowsOfAUserLieApart() throws Exception {
    Path file =
        write(
            "ratings.csv",
            "userId,movieId,rating,timestamp\n1,10,1.0,100\n2,10,5.0,7\n1,10,2.0,300\n");
    assertThat(bench.ratings(bench.imported(file))).containsExactly("1,10,2.0,300", "2,10,5.0,7");
  }

  @Test
  void keepsIdsAsTheyAreWritten() throws Exception {
    for (String other : List.of("007", "+7", "7.0", "7e0", "anna")) {
      String rows = "userId,movieId,rating\n7,10,4.0\n%s,10,3.0\n".formatted(other);
      assertThat(bench.ratings(bench.imported(write("ratings.csv", rows))))
          .containsExactlyInAnyOrder("7,10,4.0,-", other + ",10,3.0,-");
    }
  }

  @Test
  void keepsIdsAsTheyAreWrittenWhereTheFirstOddOneComesLate() throws Exception {
    StringBuilder rows = new StringBuilder("userId,movieId,rating\n");
    for (int user = 1; user <= 100_000; user++) {
      rows.append(user).append(",10,4.0\n");
    }
    for (String odd : List.of("007", "anna")) {
      Path file = write("ratings.csv", rows + odd + ",10,3.0\n");
      DatasetVersion version = bench.imported(file);
      assertThat(version.manifest().counts().users()).isEqualTo(100_001);
      assertThat(bench.ratings(version)).contains("7,10,4.0,-", odd + ",10,3.0,-");
    }
  }

  @Test
  void takesADeclaredScale() throws Exception {
    Path file = write("ratings.csv", "userId,movieId,rating\n1,10,87\n1,20,12.5\n");
    DatasetVersion version =
        bench.imported(ImportBench.request(file, Optional.of(new RatingScale(0, 100, .5f)), .01));
    assertThat(bench.ratings(version)).containsExactly("1,10,87.0,-", "1,20,12.5,-");
  }

  @Test
  void takesEveryValueOfAContinuousScale() throws Exception {
    Optional<RatingScale> scale = Optional.of(new RatingScale(0, 1, 0));
    Path good = write("ratings.csv", "userId,movieId,rating\n1,10,0.123\n1,20,1\n");
    DatasetVersion version = bench.imported(ImportBench.request(good, scale, 0));
    assertThat(bench.ratings(version)).containsExactly("1,10,0.123,-", "1,20,1.0,-");
    assertThat(version.manifest().scale()).isEqualTo(scale.orElseThrow());

    for (String off : List.of("1.01", "NaN", "")) {
      Path bad = write("ratings.csv", "userId,movieId,rating\n1,10,0.123\n1,20," + off + "\n");
      assertThat(bench.failure(ImportBench.request(bad, scale, 0)).message())
          .contains("1 of 2 rows");
    }
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
  void readsMovieTweetingsOnItsTenStars() throws Exception {
    write("tweets/movies.dat", "0114508::Species (1995)::Action|Horror|Sci-Fi\n");
    write("tweets/users.dat", "1::139564917\n");
    write("tweets/ratings.dat", "1::0114508::0::1381006850\n2::0114508::10::1381006851\n");
    DatasetVersion version = bench.imported(folder.resolve("tweets"));
    assertThat(version.manifest().form()).isEqualTo(RatingsForm.MOVIETWEETINGS);
    assertThat(version.manifest().scale()).isEqualTo(new RatingScale(0, 10, 1));
    assertThat(bench.ratings(version))
        .containsExactly("1,0114508,0.0,1381006850", "2,0114508,10.0,1381006851");
    assertThat(bench.catalogue(version))
        .containsExactly("0114508;Species;1995;Action|Horror|Sci-Fi;;;");
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

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private void writeLatin(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.ISO_8859_1);
  }
}
