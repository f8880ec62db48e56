package io.matinee.serving.catalogue;

import static io.matinee.serving.SmallCatalogue.movie;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.matinee.model.catalogue.Movie;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.serving.SmallCatalogue;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleIndexTest {
  private static final TitleIndex INDEX =
      TitleIndex.of(
          SmallCatalogue.of(
              movie("1", "The Matrix", 1999, 50),
              movie("2", "The Matrix Reloaded", 2003, 50),
              movie("3", "Amélie (Le Fabuleux destin d'Amélie Poulain)", 2001, 20),
              movie("4", "Schindler's List", 1993, 90),
              movie("5", "The Animatrix", 2003, 99)));

  @Test
  void findsBeginningsOfWordsTheMostRatedFirstAndTiesById() {
    assertThat(search("the")).containsExactly(4, 0, 1);
    assertThat(search("matr")).containsExactly(0, 1);
    assertThat(search("rel MATRIX")).containsExactly(1);
  }

  @Test
  void needsEveryWord() {
    assertThat(search("matrix amelie")).isEmpty();
    assertThat(search("nothing")).isEmpty();
  }

  @Test
  void heedsNeitherAccentsNorApostrophes() {
    assertThat(search("amelie")).containsExactly(2);
    assertThat(search("AMÉLIE")).containsExactly(2);
    assertThat(search("schindlers")).containsExactly(3);
    assertThat(search("Schindler’s list!")).containsExactly(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          estate       | L'Estate
          lestate      | L’Estate
          l'estate     | Estate
          aeon         | Æon Flux
          ÆON FLUX     | Aeon Flux
          strasse      | Die Straße
          STRASSE      | die straße
          leon         | Léon: The Professional
          lodz         | Łódź
          smorrebrod   | Smørrebrød
          istanbul     | İstanbul
          office       | Oﬃce Space
          οδυσ         | Οδύσσεας
          сталкер      | Сталкер
          андреи       | Андрей Рублёв
          神隠し       | 千と千尋の神隠し
          ガ           | かいじゅうガメラ
          हिन्दी        | हिन्दी मीडियम
          spiderman    | Spider-Man
          spider-man   | Spiderman
          swat         | S.W.A.T.
          mash         | M*A*S*H
          the matrix   | Matrix
          matrix, the  | The Matrix
          """)
  void findsATitleWhoeverWroteIt(String query, String title) {
    TitleIndex index = TitleIndex.of(SmallCatalogue.of(movie("1", title, 2000, 1)));

    assertThat(index.search(query, 0, 1).indices()).as(title).containsExactly(0);
  }

  @ParameterizedTest
  @CsvSource({"tokkyubin", "TOKKYŪBIN", "majo tokyubin", "kikis majo"})
  void findsAMovieByWordsOfTheTitleWhereItWasMadeAsWell(String query) {
    Movie kiki =
        new Movie(
            "1",
            "Kiki's Delivery Service",
            "Majo no Tokkyūbin",
            1989,
            List.of(),
            List.of(),
            "",
            "",
            "",
            0);
    TitleIndex index = TitleIndex.of(SmallCatalogue.of(new SmallCatalogue.Rated(kiki, 1)));

    assertThat(index.search(query, 0, 1).indices()).as(query).containsExactly(0);
  }

  @ParameterizedTest
  @CsvSource({
    "matrx, true",
    "matirx, true",
    "maatrix, true",
    "nattrix, false",
    "relaoded, true",
    "reloadings, false",
    "mtrx, false",
    "rloadded, true",
    "rloddded, false"
  })
  void forgivesOneLetterInFourAndTwoInEight(String query, boolean found) {
    TitleIndex index = TitleIndex.of(SmallCatalogue.of(movie("1", "The Matrix Reloaded", 2003, 1)));

    assertThat(!index.search(query, 0, 1).indices().isEmpty()).isEqualTo(found);
  }

  @Test
  void forgivesNothingInThreeLettersAndInNumbers() {
    TitleIndex index = TitleIndex.of(SmallCatalogue.of(movie("1", "Jaws of 2001", 2003, 1)));

    assertThat(index.search("off", 0, 1).indices()).isEmpty();
    assertThat(index.search("2010", 0, 1).indices()).isEmpty();
  }

  @Test
  void listsWhatComesCloserFirst() {
    TitleIndex index =
        TitleIndex.of(
            SmallCatalogue.of(
                movie("1", "Reality", 2000, 60),
                movie("2", "Totally Really", 2000, 70),
                movie("3", "Totally Reality Bites", 2000, 10),
                movie("4", "Totally Realities", 2000, 90),
                movie("5", "Totally Realityshow", 2000, 80),
                movie("6", "Totally Realita", 2000, 5)));

    assertThat(index.search("reality", 0, 10).indices()).containsExactly(0, 2, 4, 5);
    assertThat(index.search("totally", 0, 10).indices()).containsExactly(3, 4, 1, 2, 5);
  }

  @Test
  void putsATitleWithoutTheArticleBehindThoseWithIt() {
    TitleIndex index =
        TitleIndex.of(
            SmallCatalogue.of(
                movie("1", "Boot Camp", 2000, 60),
                movie("2", "Das Boot", 1981, 1),
                movie("3", "Hard Candy", 2005, 9)));

    assertThat(index.search("das boot", 0, 10).indices()).containsExactly(1, 0);
    assertThat(index.search("boot das", 0, 10).indices()).containsExactly(1);
    assertThat(index.search("das", 0, 10).indices()).containsExactly(1);
    assertThat(index.search("das das", 0, 10).indices()).containsExactly(1);
  }

  @Test
  void goesOnWhereThePageBeforeEnded() {
    IndexPage first = INDEX.search("the", 0, 2);
    IndexPage second = INDEX.search("the", first.next().orElseThrow(), 2);

    assertThat(first.indices()).containsExactly(4, 0);
    assertThat(second).isEqualTo(new IndexPage(List.of(1), OptionalInt.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" ?! ", "a b c d e f g h i j k l m n o p q r s t u v w x y z 1 2 3 4 5 6 7"})
  void refusesAQueryWithoutAWordOrOfTooMany(String query) {
    assertThatThrownBy(() -> search(query))
        .isInstanceOfSatisfying(
            MatineeException.class,
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(Reason.INVALID_REQUEST);
              assertThat(refusal.field().orElseThrow().field()).isEqualTo("query");
            });
  }

  /** Counted in what looking up allocates: automata of wrong letters, nearly all of it. */
  @Test
  void looksUpNoMoreWordsOfATokenOnceNothingIsFound() {
    String word = "qwertyuiopasdfg";
    search(word);
    long once = allocatedBySearch(word);

    assertThat(allocatedBySearch(String.join("-", Collections.nCopies(32, word))))
        .isLessThan(4 * once);
  }

  private static long allocatedBySearch(String query) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThat(search(query)).isEmpty();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static List<Integer> search(String query) {
    return INDEX.search(query, 0, 10).indices();
  }
}
