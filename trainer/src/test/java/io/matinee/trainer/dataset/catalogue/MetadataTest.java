package io.matinee.trainer.dataset.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.matinee.trainer.dataset.note.ImportNote;
import io.matinee.trainer.dataset.note.NoteKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of The Movies Dataset, and how its entries find the movies that they describe. */
class MetadataTest {
  private static final String HEADER =
      "adult,belongs_to_collection,budget,genres,homepage,id,imdb_id,original_language,"
          + "original_title,overview,popularity,release_date,tagline,title,vote_count\n";

  @TempDir Path temporary;
  private CatalogueFolder folder;

  @BeforeEach
  void create() {
    folder = new CatalogueFolder(temporary);
  }

  @Test
  void findsMoviesOverLinks() throws Exception {
    folder.with("links_small.csv", "movieId,imdbId,tmdbId\n1,0114709,862\n2,0113497,8844\n");
    metadata(
        entry(862, "Toy Story", "1995-10-30", "Toys, alive.", 5415), entry(9, "Lost", "", "", 3));
    assertThat(folder.movies()).containsExactly("1;Toy Story;1995;Animation|Sci-Fi;;0000862;862");
    assertThat(overviews()).containsExactly("Toys, alive.");
    assertThat(folder.notes())
        .containsExactly(
            new ImportNote(
                NoteKind.ENTRIES_UNMATCHED,
                "movies_metadata.csv",
                1,
                "entries that describe no movie of this data set: 1"));
  }

  @Test
  void oneEntryDescribesAllMoviesThatLinkToIt() throws Exception {
    folder.with("links.csv", "movieId,imdbId,tmdbId\n1,1,862\n7,1,862\n");
    metadata(entry(862, "Toy Story", "1995-10-30", "Toys.", 5));
    assertThat(folder.read().movies()).extracting(CatalogueRow::id).containsExactly("1", "7");
  }

  @Test
  void leavesOutLinksOfMoviesWhoseIdNoRatingCanHave() throws Exception {
    folder.with("links.csv", "movieId,imdbId,tmdbId\n1,1,862\n7\u007F,1,862\n");
    metadata(entry(862, "Toy Story", "1995-10-30", "Toys.", 5));
    assertThat(folder.read().movies()).extracting(CatalogueRow::id).containsExactly("1");
    assertThat(folder.notes())
        .extracting(ImportNote::text)
        .containsExactly("rows left out: 1 (with an id that no movie can have: 1)");
  }

  @Test
  void completesWhatOtherFilesSay() throws Exception {
    folder.with("movies.csv", "movieId,title,genres\n1,Toy Story (1996),Children\n2,Jumanji,\n");
    folder.with("links.csv", "movieId,imdbId,tmdbId\n1,0114709,862\n2,,8844\n");
    metadata(
        entry(862, "Other", "1995-10-30", "Toys.", 5), entry(8844, "No", "1995-12-15", "Dice.", 5));
    assertThat(folder.movies())
        .containsExactly(
            "1;Toy Story;1996;Children;;0114709;862",
            "2;Jumanji;1995;Animation|Sci-Fi;;0008844;8844");
    assertThat(overviews()).containsExactly("Toys.", "Dice.");
  }

  @Test
  void findsMoviesByTitleAndYearWithoutLinks() throws Exception {
    folder.with(
        "movies.csv",
        """
        movieId,title,genres
        1,"City of Lost Children, The (Cité des enfants perdus, La) (1995)",
        2,Heat (1995),
        3,Heat (1986),
        4,Twins (2000),
        5,Twins (2000),
        6,La totale! (1991),
        """);
    metadata(
        entry(1, "the city of lost children", "1995-05-16", "One.", 5),
        entry(2, "HEAT", "1995-12-15", "Two.", 5),
        entry(3, "Heat", "2001-01-01", "Three.", 5),
        entry(4, "Twins", "2000-01-01", "Four.", 5),
        entry(5, "The Jackpot", "1991-01-01", "Five.", 5).replace("original", "La Totale!"));
    assertThat(overviews()).containsExactly("One.", "Two.", "", "", "", "Five.");
    assertThat(folder.notes())
        .extracting(ImportNote::kind, ImportNote::count)
        .containsExactly(
            tuple(NoteKind.ENTRIES_UNMATCHED, 1L), tuple(NoteKind.ENTRIES_AMBIGUOUS, 1L));
  }

  @Test
  void keepsIdsOfTheirOwnWhereNothingElseDescribesMovies() throws Exception {
    metadata(entry(862, "Toy Story", "1995-10-30", "Toys.", 5));
    assertThat(folder.movies()).containsExactly("862;Toy Story;1995;Animation|Sci-Fi;;0000862;862");
  }

  @Test
  void keepsVotesAndTheTitleWhereAMovieWasMadeIfThatIsAnother() throws Exception {
    folder.with("movies.csv", "movieId,title\n1,Ran (1985)\n2,Heat (1995)\n3,Alien (1979)\n");
    folder.with("links.csv", "movieId,imdbId,tmdbId\n1,1,11645\n2,2,949\n");
    metadata(
        entry(11645, "Ran", "1985-05-31", "A king.", 378).replace("original", "乱"),
        entry(949, "Heat", "1995-12-15", "Two men.", 1886).replace("original", "Heat"));
    assertThat(folder.read().movies())
        .extracting(CatalogueRow::title, CatalogueRow::originalTitle, CatalogueRow::voteCount)
        .containsExactly(tuple("Ran", "乱", 378L), tuple("Heat", "", 1886L), tuple("Alien", "", 0L));
  }

  @Test
  void leavesOutEntriesWithFewVotes() throws Exception {
    metadata(entry(1, "Known", "1995", "", 10), entry(2, "Unknown", "1995", "", 9));
    assertThat(folder.read(10).movies()).extracting(CatalogueRow::title).containsExactly("Known");
    assertThat(folder.notes())
        .extracting(ImportNote::kind, ImportNote::text)
        .containsExactly(
            tuple(
                NoteKind.ENTRIES_WITH_FEW_VOTES, "entries with fewer than 10 votes, left out: 1"));
  }

  @Test
  void putsARowTogetherThatItsOverviewBreaks() throws Exception {
    metadata(
        entry(1, "Broken", "1995-01-01", "British soldiers\n - Written by Ola", 5)
            .replace("\"British", "British")
            .replace("Ola\"", "Ola"),
        entry(2, "Whole", "1996-01-01", "Two\nlines.", 5));
    assertThat(overviews()).containsExactly("British soldiers - Written by Ola", "Two lines.");
    assertThat(folder.rejected()).isEmpty();
    assertThat(folder.read().rows()).isEqualTo(2);
  }

  @Test
  void listsARowThatHasSlipped() throws Exception {
    metadata("False,,0,,,1997-08-20,,en,a,b,1,,,c,1\n", entry(2, "Good", "1996-01-01", "", 5));
    assertThat(folder.read().movies()).extracting(CatalogueRow::id).containsExactly("2");
    assertThat(folder.rejected()).hasSize(1);
    assertThat(folder.rejected().getFirst().line()).isEqualTo(2);
  }

  @Test
  void boundsOverviewsBehindAWord() throws Exception {
    String words = "\u6620\u753b ".repeat(1_000);
    metadata(entry(1, "Long", "1995", words, 5));
    String kept = overviews().getFirst();
    assertThat(kept).startsWith("\u6620\u753b \u6620\u753b").endsWith("\u753b\u2026");
    assertThat(kept.getBytes(StandardCharsets.UTF_8).length).isBetween(1_900, 2_000);
    metadata(entry(1, "One word", "1995", "\uD83C\uDFAC".repeat(2_000), 5));
    assertThat(overviews().getFirst().getBytes(StandardCharsets.UTF_8).length)
        .isBetween(1_900, 2_000);
  }

  private List<String> overviews() throws IOException {
    return folder.read().movies().stream().map(CatalogueRow::overview).toList();
  }

  private void metadata(String... entries) throws IOException {
    folder.with("movies_metadata.csv", HEADER + String.join("", entries));
  }

  private static String entry(long id, String title, String date, String overview, int votes) {
    String genres = "\"[{'id': 16, 'name': 'Animation'}, {'id': 878, 'name': 'Science Fiction'}]\"";
    return "False,,0,%s,,%d,tt%07d,en,original,\"%s\",1.5,%s,,\"%s\",%d.0\n"
        .formatted(genres, id, id, overview, date, title, votes);
  }
}
