package io.matinee.trainer.dataset.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.catalogue.Movie;
import io.matinee.model.ratings.IdDictionary;
import io.matinee.runtime.api.MovieMessage;
import io.matinee.trainer.dataset.rating.RatingRule;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueRuleTest {
  private static final int MOVIES_OF_A_REPLY = 1_000;
  private static final int BESIDE_A_MOVIE = 100; // rank, score, rating, what frames them
  private static final int GRPC_LIMIT = 4 << 20;

  @Test
  void keepsAReplyOfTheLargestMoviesBelowWhatClientsTake() {
    String id = "i".repeat(RatingRule.MAXIMUM_ID);
    List<String> genres = Collections.nCopies(CatalogueRule.MAXIMUM_TEXT / 2, "g");
    assertThat(CatalogueRule.problemOfGenres(genres)).isEmpty();
    String word = "w".repeat(CatalogueRule.MAXIMUM_WORD);
    String overview = CatalogueRule.overview("word ".repeat(10_000));
    Movie largest =
        new Movie(
            id,
            "t".repeat(CatalogueRule.MAXIMUM_TEXT),
            CatalogueRule.originalTitle("title ".repeat(1_000)),
            2_000,
            genres,
            List.of(),
            overview,
            word,
            word,
            Long.MAX_VALUE);
    Catalogue catalogue =
        Catalogue.ofCounts(
            IdDictionary.of(List.of(id)),
            List.of(largest),
            new long[] {1L << 40},
            new double[] {3});
    int bytes = MovieMessage.of(catalogue, 0).getSerializedSize();
    assertThat((bytes + BESIDE_A_MOVIE) * MOVIES_OF_A_REPLY).isLessThan(GRPC_LIMIT);
  }
}
