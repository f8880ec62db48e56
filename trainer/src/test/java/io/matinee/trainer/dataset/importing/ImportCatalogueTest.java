package io.matinee.trainer.dataset.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.matinee.runtime.error.Reason;
import io.matinee.runtime.operation.OperationFailure;
import io.matinee.trainer.dataset.note.ImportNote;
import io.matinee.trainer.dataset.note.NoteKind;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.dataset.version.ImportCounts;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What imports make of files beside the ratings, or of one without the other. */
class ImportCatalogueTest extends OpenBench {
  private static final String RATINGS = "userId,movieId,rating\n1,10,4.0\n2,20,3.0\n";

  @Test
  void keepsTheRatingsWhereMoviesComeAlone() throws Exception {
    write("first/users.csv", "userId,age\n1,20\n");
    write("first/ratings.csv", RATINGS);
    bench.imported(folder.resolve("first"));
    write("second/movies.csv", "movieId,title\n10,Heat (1995)\n30,Alien (1979)\n");
    DatasetVersion version = bench.imported(folder.resolve("second"));
    assertThat(bench.ratings(version)).containsExactly("1,10,4.0,-", "2,20,3.0,-");
    assertThat(bench.users(version)).containsExactly("1,18-24,,");
    assertThat(bench.catalogue(version))
        .containsExactly("10;Heat;1995;;;;", "20;;-;;;;", "30;Alien;1979;;;;");
    assertThat(version.manifest().counts()).isEqualTo(new ImportCounts(2, 2, 2, 2, 3, 0, 0));
    assertThat(version.manifest().notes())
        .contains(
            new ImportNote(
                NoteKind.RATINGS_KEPT,
                "",
                2,
                "the ratings are those of datasets/movielens/versions/1"));
  }

  @Test
  void leavesOutAndNamesAnEmptyFileBesideMoviesThatComeAlone() throws Exception {
    bench.imported(write("first/ratings.csv", RATINGS));
    write("second/movies.csv", "movieId,title\n10,Heat (1995)\n");
    write("second/tags.csv", "");
    write("second/readme.txt", "x");
    assertThat(bench.imported(folder.resolve("second")).manifest().notes())
        .extracting(ImportNote::kind, ImportNote::text)
        .contains(
            tuple(
                NoteKind.FILES_UNREAD,
                "these files were not read: tags.csv (it is empty), readme.txt"));
  }

  @Test
  void keepsMoviesAndUsersWhereRatingsComeAlone() throws Exception {
    write("first/users.csv", "userId,age\n1,20\n");
    write("first/movies.csv", "movieId,title\n10,Heat (1995)\n30,Alien (1979)\n");
    write("first/ratings.csv", RATINGS);
    bench.imported(folder.resolve("first"));
    write("second/ratings.csv", "userId,movieId,rating\n1,10,4.0\n2,40,3.0\n");
    DatasetVersion version = bench.imported(folder.resolve("second"));
    assertThat(bench.catalogue(version))
        .containsExactly("10;Heat;1995;;;;", "30;Alien;1979;;;;", "40;;-;;;;");
    assertThat(bench.users(version)).containsExactly("1,18-24,,");
    assertThat(version.manifest().notes())
        .extracting(ImportNote::kind)
        .containsExactly(NoteKind.CATALOGUE_KEPT, NoteKind.RATED_UNDESCRIBED);
  }

  @Test
  void keepsNothingOfTheVersionBeforeWhereMoviesAndRatingsCome() throws Exception {
    write("first/users.csv", "userId,age\n1,20\n");
    write("first/movies.csv", "movieId,title\n10,Heat (1995)\n30,Alien (1979)\n");
    write("first/ratings.csv", RATINGS);
    bench.imported(folder.resolve("first"));
    write("second/movies.csv", "movieId,title\n10,Heat (1995)\n20,Ran (1985)\n");
    write("second/ratings.csv", RATINGS);
    DatasetVersion version = bench.imported(folder.resolve("second"));
    assertThat(bench.catalogue(version)).containsExactly("10;Heat;1995;;;;", "20;Ran;1985;;;;");
    assertThat(bench.users(version)).isEmpty();
    assertThat(version.manifest().notes()).isEmpty();
  }

  @Test
  void refusesMoviesAloneBeforeThereAreRatings() throws Exception {
    Path movies = write("movies.csv", "movieId,title\n10,Heat (1995)\n");
    OperationFailure failure = bench.failure(ImportBench.request(movies));
    assertThat(failure.reason()).isEqualTo(Reason.IMPORT_UNREADABLE);
    assertThat(failure.message()).contains("movies.csv", "no ratings yet", "import ratings first");
  }

  @Test
  void rowsOfMoviesCountTowardsTheShareOfBadOnes() throws Exception {
    write("movies.csv", "movieId,title,genres\n10,Heat (1995),Crime\n20,Ran\n");
    OperationFailure failure =
        bench.failure(ImportBench.request(write("ratings.csv", RATINGS), Optional.empty(), .2));
    assertThat(failure.reason()).isEqualTo(Reason.TOO_MANY_BAD_ROWS);
    assertThat(failure.message()).contains("1 of 4 rows", "movies.csv line 3: has 2 fields");
    DatasetVersion version =
        bench.imported(ImportBench.request(folder.resolve("ratings.csv"), Optional.empty(), .25));
    assertThat(version.manifest().counts().rejected()).isEqualTo(1);
  }

  @Test
  void saysThatNoDescribedMovieIsRated() throws Exception {
    write("movies.csv", "movieId,title\ntt10,Heat (1995)\ntt20,Ran (1985)\n");
    DatasetVersion version = bench.imported(write("ratings.csv", RATINGS));
    assertThat(version.manifest().notes())
        .extracting(ImportNote::kind, ImportNote::count)
        .containsExactly(tuple(NoteKind.CATALOGUE_UNRATED, 2L));
  }

  @Test
  void saysThatNoMovieHasATitleWhereTheFilesDescribeNone() throws Exception {
    write("movies.csv", "movieId,title\n");
    DatasetVersion version = bench.imported(write("ratings.csv", RATINGS));
    assertThat(version.manifest().notes())
        .containsExactly(
            new ImportNote(
                NoteKind.RATED_UNDESCRIBED,
                "",
                2,
                "no movie has a title: of the files that describe movies no row was taken"));
  }

  @Test
  void saysThatNoMovieHasATitleWhereNoFileDescribesMovies() throws Exception {
    assertThat(bench.imported(write("ratings.csv", RATINGS)).manifest().notes())
        .containsExactly(
            new ImportNote(
                NoteKind.RATED_UNDESCRIBED,
                "",
                2,
                "no movie has a title: no file describes movies"));
  }

  @Test
  void readsFilesWhoseNamesAreInCapitals() throws Exception {
    write("MOVIES.CSV", "movieId,title\n10,Heat (1995)\n20,Ran (1985)\n");
    write("Links.Csv", "movieId,imdbId\n10,0113277\n");
    write("RATINGS.CSV", RATINGS);
    DatasetVersion version = bench.imported(folder);
    assertThat(bench.catalogue(version))
        .containsExactly("10;Heat;1995;;;0113277;", "20;Ran;1985;;;;");
  }

  @Test
  void readsTheMoviesDataset() throws Exception {
    write("links_small.csv", "movieId,imdbId,tmdbId\n10,0113277,949\n20,0089881,11645\n");
    write(
        "movies_metadata.csv",
        """
        genres,id,imdb_id,original_title,overview,release_date,title,vote_count
        "[{'id': 80, 'name': 'Crime'}]",949,tt0113277,Heat,"Two men,
        one city.",1995-12-15,Heat,1886.0
        "[]",11645,tt0089881,乱,A king.,1985-05-31,Ran,12.0
        """);
    write("ratings_small.csv", RATINGS);
    DatasetVersion version = bench.imported(folder);
    assertThat(bench.catalogue(version))
        .containsExactly("10;Heat;1995;Crime;;0113277;949", "20;Ran;1985;;;0089881;11645");
    assertThat(bench.overviews(version)).containsExactly("A king.", "Two men, one city.");
    assertThat(bench.originals(version)).containsExactly("10;;1886", "20;乱;12");
    assertThat(version.manifest().notes()).isEmpty();
  }
}
