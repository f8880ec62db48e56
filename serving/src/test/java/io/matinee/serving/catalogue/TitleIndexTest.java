package io.matinee.serving.catalogue;

import static io.matinee.serving.SmallCatalogue.movie;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.serving.SmallCatalogue;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TitleIndexTest {
  private static final TitleIndex INDEX =
      TitleIndex.of(
          SmallCatalogue.of(
              movie("1", "Matrix, The", 1999, 50),
              movie("2", "Matrix Reloaded, The", 2003, 50),
              movie("3", "Amélie (Fabuleux destin d'Amélie Poulain, Le)", 2001, 20),
              movie("4", "Schindler's List", 1993, 90),
              movie("5", "Animatrix, The", 2003, 99)));

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

  @Test
  void goesOnWhereThePageBeforeEnded() {
    IndexPage first = INDEX.search("the", 0, 2);
    IndexPage second = INDEX.search("the", first.next().orElseThrow(), 2);

    assertThat(first.indices()).containsExactly(4, 0);
    assertThat(second).isEqualTo(new IndexPage(List.of(1), OptionalInt.empty()));
  }

  @Test
  void refusesAQueryWithoutAWord() {
    assertThatThrownBy(() -> search(" ?! "))
        .isInstanceOfSatisfying(
            MatineeException.class,
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(Reason.INVALID_REQUEST);
              assertThat(refusal.field().orElseThrow().field()).isEqualTo("query");
            });
  }

  private static List<Integer> search(String query) {
    return INDEX.search(query, 0, 10).indices();
  }
}
