package io.matinee.cli.view;

import com.google.protobuf.util.Timestamps;
import io.matinee.cli.output.PlainText;
import io.matinee.cli.output.Table;
import io.matinee.cli.output.Wording;
import io.matinee.proto.trainer.v1.Split;
import io.matinee.proto.trainer.v1.SplitCounts;
import io.matinee.proto.trainer.v1.SplitRule;
import java.util.List;

/** Splits as text. */
public final class SplitView {

  private SplitView() {}

  /** A list of splits. */
  public static String list(List<Split> splits) {
    if (splits.isEmpty()) {
      return "There are no splits yet; ./matinee splits create DATASET SPLIT makes one.";
    }
    Table table =
        Table.of(
            "split", "made for", "holds out", ">ratings", ">users", ">movies", ">absent", "digest");
    for (Split split : splits) {
      SplitCounts counts = split.getCounts();
      table.row(
          split.getName(),
          split.getDatasetVersion(),
          rule(split.getRule()),
          Wording.count(counts.getHeldOut()),
          Wording.count(counts.getUsers()),
          Wording.count(counts.getMovies()),
          Wording.count(counts.getAbsent()),
          split.getDigest().substring(0, 12));
    }
    return table.text();
  }

  private static String by(String salt) {
    return salt.isEmpty() ? "" : " by " + PlainText.line(salt);
  }

  private static String rule(SplitRule rule) {
    return switch (rule.getKindCase()) {
      case HASH -> "share=%s%s".formatted(rule.getHash().getShare(), by(rule.getHash().getSalt()));
      case FOLD ->
          "fold=%d/%d%s"
              .formatted(
                  rule.getFold().getFold(),
                  rule.getFold().getFoldCount(),
                  by(rule.getFold().getSalt()));
      case TIME_CUT -> "time_cut=" + Timestamps.toString(rule.getTimeCut());
      case LAST_PER_USER -> "last_per_user=" + rule.getLastPerUser().getCount();
      case LAST_SHARE -> "last_share=" + rule.getLastShare().getShare();
      case RATINGS_OF -> rule.getRatingsOf();
      case KIND_NOT_SET -> Wording.ABSENT;
    };
  }
}
