package io.matinee.cli.view;

import io.matinee.cli.output.Wording;
import io.matinee.proto.model.v1.TriedRanker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a ranker was chosen among, as text. */
final class TriedRankersView {
  private static final String LINE_END = System.lineSeparator();
  private static final String POPULAR = "popular";
  private static final int DIGITS = 4;

  private TriedRankersView() {}

  /**
   * Returns lines that go on behind another, each with its break before it: none where nothing was
   * tried.
   *
   * @param tried best first
   */
  static String lines(List<TriedRanker> tried) {
    if (tried.isEmpty()) {
      return "";
    }
    Map<String, Double> bestOfEach = new LinkedHashMap<>();
    tried.forEach(
        ranker -> bestOfEach.putIfAbsent(ranker.getAlgorithmId(), ranker.getNormalisedGain()));
    String gains =
        bestOfEach.entrySet().stream()
            .map(each -> each.getKey() + " " + Wording.decimal(each.getValue(), DIGITS))
            .collect(Collectors.joining(", "));
    String line = LINE_END + "  ranker chosen by NDCG@10 on a part of the training: " + gains;
    return tried.getFirst().getAlgorithmId().equals(POPULAR)
        ? line
            + LINE_END
            + "  warning: nothing that was tried ranks better than popular movies do; it takes more ratings a user"
        : line;
  }
}
