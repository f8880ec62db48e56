package io.matinee.model.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoldOutTest {
  /** Fractions from an independent implementation of the documented hash. */
  @ParameterizedTest
  @CsvSource({
    "s, 1, 31, 0.8999386811988166",
    "s, 1, 1029, 0.6748388287483043",
    "salt, 7, é, 0.7390168924778437",
    "'', ab, c, 0.28912706719964276",
    "'', a, bc, 0.5694660140609665"
  })
  void hashesAsDocumented(String salt, String user, String movie, double fraction) {
    assertThat(new HashHoldOut(fraction, salt).heldOut(user, movie, 0)).isFalse();
    assertThat(new HashHoldOut(Math.nextUp(fraction), salt).heldOut(user, movie, 0)).isTrue();
  }

  @Test
  void hashHoldsOutItsShare() {
    RatingHoldOut rule = new HashHoldOut(0.2, "matinee");
    int heldOut = 0;
    for (int user = 0; user < 200; user++) {
      for (int movie = 0; movie < 200; movie++) {
        heldOut += rule.heldOut("" + user, "" + movie, 0) ? 1 : 0;
      }
    }
    assertThat(heldOut / 40_000.0).isCloseTo(0.2, within(0.01));
  }

  @Property(tries = 300, seed = "2016")
  void hashNeverDependsOnTimeAndGrowsWithItsShare(
      @ForAll String user,
      @ForAll String movie,
      @ForAll long time,
      @ForAll @DoubleRange(min = 0.01, max = 0.49) double share) {
    HashHoldOut small = new HashHoldOut(share, "salt");
    assertThat(small.heldOut(user, movie, time)).isEqualTo(small.heldOut(user, movie, 0));
    if (small.heldOut(user, movie, 0)) {
      assertThat(new HashHoldOut(share * 2, "salt").heldOut(user, movie, 0)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, 1.1, Double.NaN})
  void hashRefusesWhatIsNoShare(double share) {
    assertThatThrownBy(() -> new HashHoldOut(share, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void timeCutsAtItsMoment() {
    RatingHoldOut rule = new TimeCut(100);
    assertThat(rule.heldOut("1", "2", 99)).isFalse();
    assertThat(rule.heldOut("1", "2", 100)).isTrue();
    assertThat(rule.digest())
        .isEqualTo("4e4994883612f049af4c88df38995a5b7a334bbc1f4b7f4234157fd10a725f43");
  }

  @Test
  void differentRulesHaveDifferentDigests() {
    List<HoldOut> rules =
        List.of(
            new NoHoldOut(),
            new TimeCut(1),
            new TimeCut(2),
            new LastPerUser(1),
            new LastPerUser(2),
            new HashHoldOut(0.1, "a"),
            new HashHoldOut(0.2, "a"),
            new HashHoldOut(0.1, "b"),
            new LastShare(.1),
            new LastShare(.2),
            StoredSplit.of("datasets/d/splits/s", "a".repeat(64)));
    assertThat(rules.stream().map(HoldOut::digest)).doesNotHaveDuplicates();
  }

  @Test
  void everyRuleSurvivesJson() throws Exception {
    JsonMapper json = new JsonMapper();
    List<HoldOut> rules =
        List.of(
            new NoHoldOut(),
            new TimeCut(1_234_567_890),
            new LastPerUser(3),
            new HashHoldOut(0.1, "söme salt"),
            new LastShare(.1),
            StoredSplit.of("datasets/d/splits/s", "a".repeat(64)).lacking(3));
    for (HoldOut rule : rules) {
      String text = json.writerFor(HoldOut.class).writeValueAsString(rule);
      HoldOut back = json.readValue(text, HoldOut.class);
      assertThat(back).isEqualTo(rule);
      assertThat(back.digest()).isEqualTo(rule.digest());
    }
    assertThat(json.writeValueAsString(new TimeCut(7)))
        .isEqualTo("{\"kind\":\"time\",\"epochSeconds\":7}");
  }
}
