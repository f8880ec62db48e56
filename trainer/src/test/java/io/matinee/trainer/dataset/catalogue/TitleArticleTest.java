package io.matinee.trainer.dataset.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleArticleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Matrix, The (1999)             | The Matrix
          Estate, L' (1966)              | L'Estate
          Estate, L’                     | L’Estate
          Vitelloni, I (1953)            | I Vitelloni
          Onorevoli, Gli                 | Gli Onorevoli
          Norte, El (1984)               | El Norte
          Boot, Das (Boat, The) (1981)   | Das Boot (The Boat)
          Andalusian Dog, An (Chien andalou, Un) (1929) | An Andalusian Dog (Un Chien andalou)
          City of Lost Children, The (Cité des enfants perdus, La) (1995) | The City of Lost Children (La Cité des enfants perdus)
          Paris, Texas (1984)            | Paris, Texas
          Me, Myself & I (1992)          | Me, Myself & I
          Girl, Interrupted (1999)       | Girl, Interrupted
          """)
  void standsInFront(String written, String shown) {
    assertThat(TitleYear.parse(written).title()).isEqualTo(shown);
  }
}
