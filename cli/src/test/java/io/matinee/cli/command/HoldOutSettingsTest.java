package io.matinee.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matinee.cli.failure.CommandFailure;
import io.matinee.proto.trainer.v1.HashHoldOut;
import io.matinee.proto.trainer.v1.HoldOut;
import io.matinee.proto.trainer.v1.LastPerUserHoldOut;
import io.matinee.proto.trainer.v1.LastShareHoldOut;
import io.matinee.proto.trainer.v1.NoHoldOut;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HoldOutSettingsTest {

  @Test
  void leavesToTheTrainerWhatIsNotSaid() {
    assertThat(new HoldOutSettings(Map.of("seed", "1")).rule()).isEmpty();
    assertThat(rule(Map.of("hold_out.salt", "a")))
        .isEqualTo(HoldOut.newBuilder().setHash(HashHoldOut.newBuilder().setSalt("a")).build());
  }

  @Test
  void readsEachRuleAsTheCommandLineWritesIt() {
    HoldOut.Builder expected = HoldOut.newBuilder();
    assertThat(parsed("none")).isEqualTo(expected.setNone(NoHoldOut.getDefaultInstance()).build());
    assertThat(parsed("share=.1"))
        .isEqualTo(expected.setHash(HashHoldOut.newBuilder().setShare(.1)).build());
    assertThat(parsed("last_per_user=3"))
        .isEqualTo(expected.setLastPerUser(LastPerUserHoldOut.newBuilder().setCount(3)).build());
    assertThat(parsed("last_share=.3"))
        .isEqualTo(expected.setLastShare(LastShareHoldOut.newBuilder().setShare(.3)).build());
    assertThat(parsed("time_cut=1970-01-01T00:01:00Z").getTimeCut().getSeconds()).isEqualTo(60);
    assertThat(parsed("stored_split=datasets/d/splits/s"))
        .isEqualTo(expected.setStoredSplit("datasets/d/splits/s").build());
  }

  @Test
  void readsAShareWithItsSalt() {
    assertThat(parsed("share=.1,salt=b").getHash())
        .isEqualTo(HashHoldOut.newBuilder().setShare(.1).setSalt("b").build());
    assertThat(HoldOutSettings.splitRule("salt=b").getHash().getSalt()).isEqualTo("b");
    assertThatThrownBy(() -> parsed("share=.1,share=.2"))
        .hasMessageContaining("--hold-out: \"share=.1,share=.2\" says share twice");
    assertThatThrownBy(() -> parsed("share=.1,last_share=.2"))
        .hasMessageContaining("are more than one hold-out");
  }

  @Test
  void readsTheRulesOfSplits() {
    assertThat(HoldOutSettings.splitRule("last_share=.3").getLastShare().getShare()).isEqualTo(.3);
    assertThat(HoldOutSettings.splitRule("share=.1").getHash().getShare()).isEqualTo(.1);
    assertThatThrownBy(() -> HoldOutSettings.splitRule("none"))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("\"none\" makes no split");
    assertThatThrownBy(() -> HoldOutSettings.splitRule("share=.1,first=2"))
        .hasMessageContaining("\"share=.1,first=2\" makes no split");
  }

  @Test
  void namesWhatCannotBeReadOfASplitByItsOption() {
    assertThatThrownBy(() -> HoldOutSettings.splitRule("last_per_user=x"))
        .hasMessage("--hold-out: last_per_user is \"x\", which is no whole number");
    assertThatThrownBy(() -> HoldOutSettings.splitRule("share=.1,last_share=.2"))
        .hasMessage("--hold-out: [last_share, share] are more than one hold-out");
  }

  @Test
  void aSplitIsOfTheDataSetThatIsTrainedOn() {
    TrainingSettings settings = new TrainingSettings(Map.of("dataset", "datasets/d/versions/3"));

    assertThat(
            settings
                .splitting("last")
                .request("r", new HyperParameterTexts(List::of))
                .getHoldOut()
                .getStoredSplit())
        .isEqualTo("datasets/d/splits/last");
  }

  @Test
  void theCommandLineReplacesTheRuleOfTheFile() {
    TrainingSettings file = new TrainingSettings(Map.of("hold_out.share", ".1"));

    assertThat(
            file.holdingOut("none")
                .request("r", new HyperParameterTexts(List::of))
                .getHoldOut()
                .hasNone())
        .isTrue();
  }

  @Test
  void refusesTwoRules() {
    assertThatThrownBy(() -> rule(Map.of("hold_out.share", ".1", "hold_out.last_per_user", "1")))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("[hold_out.last_per_user, hold_out.share] are more than one");
  }

  @Test
  void namesWhatCannotBeRead() {
    assertThatThrownBy(() -> parsed("all")).hasMessageContaining("hold_out is \"all\"");
    assertThatThrownBy(() -> parsed("share=x")).hasMessageContaining("hold_out.share is \"x\"");
    assertThatThrownBy(() -> parsed("last_per_user=1.5"))
        .hasMessageContaining("hold_out.last_per_user is \"1.5\"");
    assertThatThrownBy(() -> parsed("time_cut=yesterday"))
        .hasMessageContaining("hold_out.time_cut is \"yesterday\"");
    assertThatThrownBy(() -> new TrainingSettings(HoldOutSettings.parse("first_per_user=1")))
        .hasMessageContaining("unknown key \"hold_out.first_per_user\"");
  }

  private static HoldOut parsed(String rule) {
    return rule(HoldOutSettings.parse(rule));
  }

  private static HoldOut rule(Map<String, String> settings) {
    Optional<HoldOut> rule = new HoldOutSettings(settings).rule();
    return rule.orElseThrow();
  }
}
