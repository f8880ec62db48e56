package io.matinee.similarity.recall;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.similarity.vectors.SimilarMovie;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecallTest {
  private static final List<SimilarMovie> EXACT = list(.9f, .5f, .5f, .4f);

  private final Recall recall = new Recall();

  @Test
  void countsAMovieAsSimilarAsTheLastOneAsAHit() {
    recall.add(EXACT, List.of(new SimilarMovie(77, .4f), new SimilarMovie(78, .4f)));

    assertThat(recall.share()).isEqualTo(2 / 4.0);
  }

  @Test
  void isTheShareOfAllThatWasToBeFound() {
    recall.add(EXACT, EXACT);
    recall.add(list(.8f, .7f), list(.8f, .6f));

    assertThat(recall.share()).isEqualTo(5 / 6.0);
  }

  @Test
  void countsNoMoreHitsThanTheExactListIsLong() {
    recall.add(list(.3f), list(.9f, .8f, .7f));

    assertThat(recall.share()).isEqualTo(1);
  }

  @Test
  void isOneWhenNothingIsToBeFound() {
    recall.add(List.of(), EXACT);

    assertThat(recall.share()).isEqualTo(1);
  }

  private static List<SimilarMovie> list(float... cosines) {
    List<SimilarMovie> movies = new ArrayList<>();
    for (float cosine : cosines) {
      movies.add(new SimilarMovie(movies.size(), cosine));
    }
    return movies;
  }
}
