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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueReaderTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @TempDir Path temporary;
  private CatalogueFolder folder;

  @BeforeEach
  void create() {
    folder = new CatalogueFolder(temporary);
  }

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
  void readsATitleOverTwoLinesAsOne() throws Exception {
    String text = "movieId,title,genres\n1,\"Film\r\n1 (1951)\",Drama\n2,Alien (1979),Horror\n";
    assertThat(folder.with("movies.csv", text).movies())
        .containsExactly("1;Film 1;1951;Drama;;;", "2;Alien;1979;Horror;;;");
  }

  @Test
  void readsWindowsAndLatinFiles() throws Exception {
    String text = "movieId,title,genres\n1,It\u2019s \u00e9t\u00e9 (1951),Drama\n";
    assertThat(folder.with("movies.csv", text, WINDOWS).movies())
        .containsExactly("1;It\u2019s \u00e9t\u00e9;1951;Drama;;;");
    assertThat(folder.notes())
        .containsExactly(
            new ImportNote(
                NoteKind.BYTES_NOT_UTF8,
                "movies.csv",
                3,
                "3 bytes are no UTF-8; fields with them were read as windows-1252"));
  }

  @Test
  void aStrayByteSpoilsItsOwnTitleAlone() throws Exception {
    String good = "movieId,title,genres\n1,Caf\u00e9 Noir (1952),Drama\n2,";
    byte[] bytes = (good + "? (1955),Drama\n").getBytes(StandardCharsets.UTF_8);
    bytes[good.getBytes(StandardCharsets.UTF_8).length] = (byte) 0xF1;
    assertThat(folder.with("movies.csv", bytes).movies())
        .startsWith("1;Caf\u00e9 Noir;1952;Drama;;;")
        .hasSize(2);
  }

  @Test
  void readsUtf16ByItsMark() throws Exception {
    String text = "movieId,title,genres\n1,Caf\u00e9 (1952),Drama\n";
    assertThat(folder.with("movies.csv", text, StandardCharsets.UTF_16).movies())
        .containsExactly("1;Caf\u00e9;1952;Drama;;;");
    byte[] little = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
    assertThat(folder.with("movies.csv", little).movies())
        .containsExactly("1;Caf\u00e9;1952;Drama;;;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "movieId,tmdbId,imdbId\n7,949,0113277\n",
        "imdb_id;movie_id\ntt0113277;7\n",
        "movieId,imdbId,tmdbId\n7,tt0113277,949.0\n"
      })
  void findsLinksByTheirNames(String links) throws Exception {
    folder.with("movies.csv", "movieId,title,genres\n7,Heat (1995),Crime\n");
    assertThat(folder.with("links.csv", links).movies().getFirst())
        .startsWith("7;Heat;1995;Crime;;0113277;")
        .endsWith(links.contains("949") ? ";949" : ";");
  }

  @Test
  void findsTagsByTheirNames() throws Exception {
    folder.with("movies.csv", "movieId,title,genres\n7,Heat (1995),Crime\n");
    folder.with("tags.csv", "tag,movie_id\nBank Heist,7\nbank heist,7\ncars,7\nlost,8\n");
    assertThat(folder.movies()).containsExactly("7;Heat;1995;Crime;bank heist|cars;;");
  }

  @Test
  void listsRowsOfTagsAndLinksWhoseQuotesAreNotClosed() throws Exception {
    folder.with("movies.csv", "movieId,title,genres\n7,Heat (1995),Crime\n");
    folder.with("tags.csv", "movieId,tag\n7,\"cars\n7,guns\n");
    folder.with("links.csv", "movieId,imdbId\n7,\"0113277\n");
    assertThat(folder.movies()).containsExactly("7;Heat;1995;Crime;guns;;");
    assertThat(folder.rejected())
        .extracting(RejectedRow::file, RejectedRow::line)
        .containsExactlyInAnyOrder(tuple("tags.csv", 2L), tuple("links.csv", 2L));
  }

  @Test
  void leavesOutAndNamesWhatIsNoFileOfTagsOrLinks() throws Exception {
    folder.with("movies.csv", "movieId,title,genres\n1,Heat (1995),Crime\n");
    folder.with("tags.csv", "id,name\n1,red\n");
    folder.with("links.csv", "from,to\n1,2\n");
    assertThat(folder.movies()).containsExactly("1;Heat;1995;Crime;;;");
    assertThat(folder.notes())
        .extracting(ImportNote::kind, ImportNote::file)
        .containsExactly(
            tuple(NoteKind.FILE_IGNORED, "links.csv"), tuple(NoteKind.FILE_IGNORED, "tags.csv"));
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
            new ImportNote(NoteKind.MOVIES_UNTITLED, "movies.csv", 1, "1 movies have no title"));
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
    folder.with("movies.csv", ",movieId,title,vote_average,votes\n0,1,Alien,8.1,9\n").read();
    assertThat(folder.notes())
        .containsExactly(
            new ImportNote(
                NoteKind.COLUMNS_IGNORED,
                "movies.csv",
                2,
                "these columns were not read: vote_average, votes"));
  }

  @Test
  void saysHowManyRowsOfLinksAndTagsWereLeftOut() throws Exception {
    folder.with("movies.csv", "movieId,title\n1,Alien\n");
    folder.with("links.csv", "movieId,imdbId,tmdbId\n1,0078748,348\n1\n2,0090605,679\n3,1,2\n");
    folder.with(
        "tags.csv", "movieId,tag\n1,space\n1\n9,lost\n1," + "x".repeat(65) + "\n,nobody's\n");
    assertThat(folder.movies()).containsExactly("1;Alien;-;;space;0078748;348");
    assertThat(folder.notes())
        .containsExactly(
            new ImportNote(
                NoteKind.ROWS_LEFT_OUT,
                "links.csv",
                3,
                "3 rows were left out: 1 are not complete, 2 are of movies that no file describes"),
            new ImportNote(
                NoteKind.ROWS_LEFT_OUT,
                "tags.csv",
                4,
                "4 rows were left out: 2 are not complete, 1 are of movies that no file describes,"
                    + " 1 have a tag of more than 64 bytes"));
  }
}
