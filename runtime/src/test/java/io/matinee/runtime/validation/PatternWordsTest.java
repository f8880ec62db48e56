package io.matinee.runtime.validation;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.validate.FieldRules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "^[a-z][a-z0-9-]{0,62}$|must be 1 to 63 lower-case letters, digits and dashes, a letter first",
        "^([0-9a-f]{64})?$|must be 64 hexadecimal digits in lower case, or empty",
        "^datasets/[a-z][a-z0-9-]{0,62}(/versions/[1-9][0-9]{0,17})?$|must be written datasets/NAME or datasets/NAME/versions/NUMBER, where NAME is 1 to 63 lower-case letters, digits and dashes, a letter first, NUMBER is a whole number from 1",
        "^(models/[a-z][a-z0-9-]{0,62}/aliases/[a-z][a-z0-9-]{0,62})?$|must be written models/NAME/aliases/NAME, or empty, where NAME is 1 to 63 lower-case letters, digits and dashes, a letter first"
      })
  void saysWhatMayBeWritten(String pattern, String words) {
    assertThat(PatternWords.of(pattern)).contains(words);
  }

  @ParameterizedTest
  @CsvSource({"^a+$", "^(a|b)$", "^datasets/[a-z]+$", "^datasets/[a-z][a-z0-9-]{0,62}/.*$"})
  void saysNothingOfOthers(String pattern) {
    assertThat(PatternWords.of(pattern)).isEmpty();
  }

  @Test
  void knowsEveryPatternOfOurContracts() {
    List<String> patterns =
        Contracts.fields()
            .map(StatedRules::of)
            .flatMap(rules -> Stream.of(rules, rules.getRepeated().getItems()))
            .map(FieldRules::getString)
            .filter(rules -> rules.hasPattern())
            .map(rules -> rules.getPattern())
            .distinct()
            .toList();
    assertThat(patterns)
        .hasSizeGreaterThan(10)
        .allSatisfy(pattern -> assertThat(PatternWords.of(pattern)).as(pattern).isPresent());
  }
}
