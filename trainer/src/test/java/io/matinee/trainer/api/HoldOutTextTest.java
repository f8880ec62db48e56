package io.matinee.trainer.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.model.split.FoldHoldOut;
import io.matinee.model.split.HashHoldOut;
import io.matinee.model.split.LastPerUser;
import io.matinee.model.split.LastShare;
import io.matinee.model.split.NoHoldOut;
import io.matinee.model.split.StoredSplit;
import io.matinee.model.split.TimeCut;
import org.junit.jupiter.api.Test;

class HoldOutTextTest {
  @Test
  void writesRulesAsTheCommandLineDoes() {
    assertThat(HoldOutText.of(new HashHoldOut(.2, ""))).isEqualTo("share=0.2");
    assertThat(HoldOutText.of(new HashHoldOut(.2, "pepper"))).isEqualTo("share=0.2,salt=pepper");
    assertThat(HoldOutText.of(new FoldHoldOut(5, 1, ""))).isEqualTo("fold=1/5");
    assertThat(HoldOutText.of(new TimeCut(86_400))).isEqualTo("time_cut=1970-01-02T00:00:00Z");
    assertThat(HoldOutText.of(new LastPerUser(2))).isEqualTo("last_per_user=2");
    assertThat(HoldOutText.of(new LastShare(.25))).isEqualTo("last_share=0.25");
    assertThat(HoldOutText.of(new NoHoldOut())).isEqualTo("none");
    assertThat(HoldOutText.of(new StoredSplit("datasets/d/splits/s", "0".repeat(64), 0))).isEmpty();
  }
}
