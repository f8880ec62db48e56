package io.matinee.trainer.dataset.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.matinee.trainer.dataset.note.ImportNote;
import io.matinee.trainer.dataset.note.NoteKind;
import io.matinee.trainer.dataset.rejection.RejectedRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links and tags of movies. */
class LinksAndTagsTest extends OpenCatalogue {
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
  void listsRowsOfTagsAndLinksWithAFieldMoreThanTheHeader() throws Exception {
    folder.with("movies.csv", "movieId,title,genres\n11,Heat (1995),Crime\n");
    folder.with("tags.csv", "movieId,tag\n7,11,cars\n11,guns\n11,bank,\n");
    folder.with("links.csv", "movieId,imdbId,tmdbId\n11,12,0113277,949\n");
    assertThat(folder.movies()).containsExactly("11;Heat;1995;Crime;bank|guns;;");
    assertThat(folder.rejected())
        .extracting(RejectedRow::file, RejectedRow::line, RejectedRow::reason)
        .containsExactlyInAnyOrder(
            tuple("tags.csv", 2L, "has 3 fields instead of 2"),
            tuple("links.csv", 2L, "has 4 fields instead of 3"));
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
                "rows left out: 3 (incomplete: 1, of movies that no file describes: 2)"),
            new ImportNote(
                NoteKind.ROWS_LEFT_OUT,
                "tags.csv",
                4,
                "rows left out: 4 (incomplete: 2, of movies that no file describes: 1,"
                    + " with a tag of more than 64 bytes: 1)"));
  }
}
