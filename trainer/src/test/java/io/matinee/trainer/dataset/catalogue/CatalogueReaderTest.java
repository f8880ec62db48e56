package io.matinee.trainer.dataset.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.dataset.note.ImportNote;
import io.matinee.trainer.dataset.note.NoteKind;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Movies by the header of their file. */
class CatalogueReaderTest extends OpenCatalogue {
  static Stream<Arguments> headers() {
    return Stream.of(
        argumentSet("MovieLens", "movieId,title,genres\n7,Heat (1995),Crime|Drama\n"),
        argumentSet("another order", "title,genres,movieId\nHeat (1995),Crime|Drama,7\n"),
        argumentSet("a year of its own", "movieId,title,year,genres\n7,Heat,1995,Crime|Drama\n"),
        argumentSet("a date", "id,name,release_date,genres\n7,Heat,1995-12-15,Crime|Drama\n"),
        argumentSet(
            "a year that was a fraction", "id,title,year,genre\n7,Heat,1995.0,Crime|Drama\n"),
        argumentSet("a year twice", "id,title,year,genre\n7,Heat (1995),1996,Crime|Drama\n"),
        argumentSet("underscores", "movie_id,movie_title,genres\n7,Heat (1995),Crime|Drama\n"),
        argumentSet("capitals", "MOVIE_ID,TITLE,GENRES\n7,Heat (1995),CRIME|drama\n"),
        argumentSet("semicolons", "movieId;title;genres\n7;Heat (1995);Crime|Drama\n"),
        argumentSet("tabs", "itemid\tname\tcategories\n7\tHeat (1995)\tCrime, Drama\n"),
        argumentSet("products", "product_id,name,category\n7,Heat (1995),Crime|Drama\n"),
        argumentSet("bars", "movieId|title|genres\n7|Heat (1995)|Crime,Drama\n"),
        argumentSet(
            "quotes", "\"movieId\",\"title\",\"genres\"\n\"7\",\"Heat (1995)\",\"Crime,Drama\"\n"),
        argumentSet(
            "more columns", "row,movieId,title,votes,genres\n1,7,Heat (1995),9,Crime|Drama\n"),
        argumentSet("an array", "id,title,genres\n7,Heat (1995),\"['Crime', 'Drama']\"\n"),
        argumentSet(
            "objects",
            "id,title,genres\n7,Heat (1995),\"[{'id': 80, 'name': 'Crime'}, {'id': 18, 'name': 'Drama'}]\"\n"),
        argumentSet(
            "a byte order mark", "\uFEFFmovieId,title,genres\r\n7,Heat (1995),Crime|Drama\r\n"));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void findsColumnsByTheirNames(String text) throws Exception {
    assertThat(folder.with("movies.csv", text).movies())
        .containsExactly("7;Heat;1995;Crime|Drama;;;");
    assertThat(folder.rejected()).isEmpty();
  }

  static Stream<Arguments> titlesWithDelimiters() {
    return Stream.of(
        argumentSet(
            "an article",
            "movies.csv",
            "movieId,title,genres\n1,American President, The (1995),Comedy\n",
            "1;The American President;1995;Comedy;;;"),
        argumentSet(
            "several",
            "movies.csv",
            "movieId,title,genres\n1,Good, the Bad, and the Ugly (1966),(no genres listed)\n",
            "1;Good, the Bad, and the Ugly;1966;;;;"),
        argumentSet(
            "a number with a comma",
            "movies.csv",
            "movieId,title,genres\n1,20,000 Leagues Under the Sea (1954),Drama\n",
            "1;20,000 Leagues Under the Sea;1954;Drama;;;"),
        argumentSet(
            "no year, but genres",
            "movies.csv",
            "movieId,title,genres\n1,Oh, God!,Comedy|Fantasy\n",
            "1;Oh, God!;-;Comedy|Fantasy;;;"),
        argumentSet(
            "a title that is last",
            "movies.csv",
            "movieId,year,title\n1,1966,Good, the Bad\n",
            "1;Good, the Bad;1966;;;;"),
        argumentSet(
            "colons",
            "movies.dat",
            "1::Crazy: The Life :: Part 3 (1953)::Drama|War\n",
            "1;Crazy: The Life :: Part 3;1953;Drama|War;;;"),
        argumentSet(
            "titles of the Netflix prize",
            "movie_titles.csv",
            "1,NULL,Oh, God, You \"Devil\"\n",
            "1;Oh, God, You \"Devil\";-;;;;"),
        argumentSet(
            "nothing behind the last delimiter",
            "movies.csv",
            "movieId,title,genres\n1,Heat (1995),Crime,\n",
            "1;Heat;1995;Crime;;;"));
  }

  @ParameterizedTest
  @MethodSource("titlesWithDelimiters")
  void putsATitleTogetherThatHoldsTheDelimiter(String name, String text, String movie)
      throws Exception {
    assertThat(folder.with(name, text).movies()).containsExactly(movie);
    assertThat(folder.rejected()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,Heat (1995),Action,Crime", // genres between commas
        "1,Oh, God!,unheard of",
        "1,12,Heat (1995),Action",
        "1,Heat (1995)",
        ",Heat (1995),Crime",
        "1,\"Heat (1995)\",x,y,Crime",
        "1,\"Heat (1995),Crime",
        "1,\"Heat\" (1995),Crime"
      })
  void listsARowThatDoesNotSayHowItIsMeant(String row) throws Exception {
    folder.with("movies.csv", "movieId,title,genres\n" + row + "\n2,Alien (1979),Horror\n");
    assertThat(folder.movies()).containsExactly("2;Alien;1979;Horror;;;");
    assertThat(folder.rejected()).hasSize(1);
    assertThat(folder.rejected().getFirst().file()).isEqualTo("movies.csv");
    assertThat(folder.rejected().getFirst().line()).isEqualTo(2);
    assertThat(folder.read().rows()).isEqualTo(2);
  }

  @Test
  void readsMoviesAndLinksBesideNamesOfRows() throws Exception {
    folder.with(
        "movies.csv",
        "\"movieId\",\"title\",\"genres\"\n\"11\",12,\"Heat (1995)\",\"Crime\"\n\"12\",11,\"Up\",\"Drama\"\n");
    folder.with(
        "links.csv",
        "\"movieId\",\"imdbId\",\"tmdbId\"\n\"11\",12,\"0113277\",949\n\"12\",11,\"1049413\",14160\n");
    assertThat(folder.movies())
        .containsExactlyInAnyOrder(
            "12;Heat;1995;Crime;;0113277;949", "11;Up;-;Drama;;1049413;14160");
    assertThat(folder.rejected()).isEmpty();
  }

  @Test
  void refusesMoviesWhoseRowsAllHaveAFieldMoreThanTheHeader() throws Exception {
    folder.with(
        "movies.csv", "movieId,title,genres\n11,tt12,Heat (1995),Crime\n12,tt11,Up (2009),Drama\n");
    assertThatThrownBy(folder::movies)
        .hasMessageContaining("movies.csv has one field more in its rows than in its header");
  }

  @Test
  void readsMoviesWhoseTitlesAllHoldTheDelimiter() throws Exception {
    folder.with(
        "movies.csv",
        "movieId,title,genres\n11,Thing, The (1982),Horror\n12,Fog, The (1980),Horror\n");
    assertThat(folder.movies())
        .containsExactly("11;The Thing;1982;Horror;;;", "12;The Fog;1980;Horror;;;");
  }

  @Test
  void rejectsAMovieWhoseIdNoRatingCanHave() throws Exception {
    folder.with("movies.csv", "movieId,title\n7,Heat (1995)\n8\0,Jumanji (1995)\n");
    assertThat(folder.read().movies()).extracting(CatalogueRow::id).containsExactly("7");
    assertThat(folder.rejected())
        .extracting(RejectedRow::reason)
        .containsExactly("has an id with a control character");
  }

  @Test
  void keepsAYearThatIsPartOfATitle() throws Exception {
    String text = "id,title,year\n1,Blade Runner (2049),2017\n2,\"1984 (1956)\",\n";
    assertThat(folder.with("movies.csv", text).movies())
        .containsExactly("1;Blade Runner (2049);2017;;;;", "2;1984;1956;;;;");
  }

  @Test
  void refusesMoviesWithoutIdsByName() throws Exception {
    folder.with("movies.csv", "1,Heat (1995),Crime\n");
    assertThatThrownBy(() -> folder.read())
        .isInstanceOfSatisfying(
            MatineeException.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(Reason.IMPORT_UNREADABLE);
              assertThat(refused)
                  .hasMessageContaining("movies.csv")
                  .hasMessageContaining("movieId");
            });
  }

  @Test
  void saysThatMoviesHaveNoTitle() throws Exception {
    folder.with("movies.csv", "movieId,genres\n1,Crime\n").read();
    assertThat(folder.notes())
        .containsExactly(
            new ImportNote(
                NoteKind.MOVIES_UNTITLED,
                "movies.csv",
                1,
                "no movie has a title: no column is called title"));
    folder.with("movies.csv", "movieId,title,genres\n1,,Crime\n2,Alien,Horror\n").read();
    assertThat(folder.notes())
        .containsExactly(
            new ImportNote(NoteKind.MOVIES_UNTITLED, "movies.csv", 1, "movies without a title: 1"));
  }

  @Test
  void saysThatMoviesAreDescribedTwice() throws Exception {
    folder.with("movies.csv", "movieId,title\n1,Alien\n1,Aliens\n");
    assertThat(folder.movies()).containsExactly("1;Alien;-;;;;");
    assertThat(folder.notes())
        .extracting(ImportNote::kind, ImportNote::count)
        .containsExactly(tuple(NoteKind.MOVIES_REPEATED, 1L));
  }

  @Test
  void saysWhichColumnsOfMoviesWereNotRead() throws Exception {
    folder.with("movies.csv", ",movieId,title,vote_average,popularity\n0,1,Alien,8.1,9\n").read();
    assertThat(folder.notes())
        .containsExactly(
            new ImportNote(
                NoteKind.COLUMNS_IGNORED,
                "movies.csv",
                2,
                "these columns were not read: vote_average, popularity"));
  }
}
