package io.matinee.trainer.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.ratings.RatingScale;
import io.matinee.model.source.RatingsForm;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.dataset.version.ImportCounts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The forms of MovieLens and of what is written like it. */
class MovieLensFormsTest extends OpenBench {
  private static final String RATINGS =
      "userId,movieId,rating,timestamp\n1,10,4.5,100\n1,20,3.0,200\n2,10,0.5,300\n";
  private static final String[] EXPECTED = {"1,10,4.5,100", "1,20,3.0,200", "2,10,0.5,300"};

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
  void readsOneMillionsDatWithWholeStars() throws Exception {
    write("ml-1m/users.dat", "1::F::1::10::48067\n");
    write(
        "ml-1m/movies.dat",
        "10::Misérables, Les (1995)::Drama|Musical\n",
        StandardCharsets.ISO_8859_1);
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
    write(
        "u.item",
        "10|Postino, Il (1994)|01-Jan-1994||http://x|0|0|0|0|0|1|0|0|1|0|0|0|0|0|1|0|0|0|0\n",
        StandardCharsets.ISO_8859_1);
    DatasetVersion version =
        bench.imported(write("u.data", "196\t10\t3\t881250949\n186\t10\t5\t891717742\n"));
    assertThat(bench.ratings(version))
        .containsExactly("186,10,5.0,891717742", "196,10,3.0,881250949");
    assertThat(bench.catalogue(version))
        .containsExactly("10;Il Postino;1994;Comedy|Drama|Romance;;;");
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
}
