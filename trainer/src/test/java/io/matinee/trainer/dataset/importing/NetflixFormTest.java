package io.matinee.trainer.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.source.RatingsForm;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import io.matinee.trainer.dataset.version.DatasetVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Ratings of the Netflix prize. */
class NetflixFormTest extends OpenBench {
  @Test
  void readsTheNetflixPrizeOutOfSeveralFiles() throws Exception {
    write("prize/combined_data_1.txt", "1:\n7,3,2005-09-06\n8,5,2005-05-13\n2:\n7,4,2005-09-05\n");
    write("prize/combined_data_2.txt", "3:\n007,1,1999-12-31\n");
    write("prize/combined_data_10.txt", "4:\r\n7,2,2000-01-01\r\n");
    DatasetVersion version = bench.imported(folder.resolve("prize"));
    assertThat(bench.ratings(version))
        .containsExactly(
            "007,3,1.0,946598400",
            "7,1,3.0,1125964800",
            "7,2,4.0,1125878400",
            "7,4,2.0,946684800",
            "8,1,5.0,1115942400");
    assertThat(version.manifest().form()).isEqualTo(RatingsForm.NETFLIX);
    assertThat(version.manifest().scale()).isEqualTo(RatingScale.MOVIELENS_STARS);
    assertThat(version.manifest().counts().rows()).isEqualTo(5);
  }

  @Test
  void readsTheNetflixPrizeOutOfAFileAMovieInAZip() throws Exception {
    Path zip = folder.resolve("prize.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (int movie = 1; movie <= 3; movie++) {
        out.putNextEntry(new ZipEntry("training_set/mv_%07d.txt".formatted(movie)));
        out.write("%d:\n7,3,2005-09-06\n".formatted(movie).getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(bench.ratings(bench.imported(zip)))
        .containsExactly("7,1,3.0,1125964800", "7,2,3.0,1125964800", "7,3,3.0,1125964800");
  }

  @Test
  void readsTheTitlesOfTheNetflixPrize() throws Exception {
    write("prize/combined_data_1.txt", "1:\n7,3,2005-09-06\n");
    Files.writeString(
        folder.resolve("prize/movie_titles.csv"),
        "1,2003,Dinosaur Planet\n2,NULL,Zorro, the \"Gay\" Blade\n3,1997,Caf\u00e9, Fin\n4,1999\n",
        StandardCharsets.ISO_8859_1);
    DatasetVersion version =
        bench.imported(ImportBench.request(folder.resolve("prize"), Optional.empty(), .9));
    assertThat(bench.catalogue(version))
        .containsExactly(
            "1;Dinosaur Planet;2003;;;;",
            "2;Zorro, the \"Gay\" Blade;-;;;;",
            "3;Caf\u00e9, Fin;1997;;;;");
    assertThat(bench.rejected(version))
        .containsExactly(
            new RejectedRow("movie_titles.csv", 4, "has 2 fields instead of 3", "4,1999"));
  }

  @Test
  void rejectsBadRowsOfTheNetflixPrizeByFileAndLine() throws Exception {
    write("prize/combined_data_1.txt", "1:\n7,3,2005-09-06\n");
    write("prize/combined_data_2.txt", "8,3,2005-09-06\n2:\n8,3\n9,4,2005-09-06\n");
    DatasetVersion version =
        bench.imported(ImportBench.request(folder.resolve("prize"), Optional.empty(), .9));
    assertThat(bench.ratings(version)).containsExactly("7,1,3.0,1125964800", "9,2,4.0,1125964800");
    assertThat(bench.rejected(version))
        .containsExactly(
            new RejectedRow("combined_data_2.txt", 1, "the movie is missing", "8,3,2005-09-06"),
            new RejectedRow("combined_data_2.txt", 3, "has 2 fields instead of 3", "8,3"));
  }
}
