package io.matinee.metrics.protocol;

import io.matinee.model.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a caller asked for.
 *
 * @param modelVersion "models/{model}/versions/{number}"
 * @param protocol how to evaluate it
 * @param heldOut what to evaluate it by
 */
public record EvaluationRequest(
    String modelVersion, EvaluationProtocol protocol, HeldOutPart heldOut) {
  /**
   * Which candidates, ties and formulas: those of {@code docs/metrics.md}. It grows when one of
   * them changes, so that figures of either side are not compared.
   */
  public static final int FORMAT_VERSION = 1;

  /**
   * Returns the SHA-256 of all that makes figures comparable, a line each: those of requests of one
   * digest are, whatever versions were asked for. Slices are cut by the ratings that a version was
   * trained on, which are among it where there are slices.
   */
  public String protocolDigest() {
    String text =
        String.join(
            "\n",
            "format_version=" + FORMAT_VERSION,
            "cutoffs=" + joined(protocol.cutoffs()),
            "user_activity_bounds=" + joined(protocol.activityBounds()),
            "movie_popularity_bounds=" + joined(protocol.popularityBounds()),
            "relevance_threshold=" + protocol.relevanceThreshold(),
            "dataset_version="
                + (protocol.isSliced() ? heldOut.trainedOn() : heldOut.datasetVersion()),
            "split_digest=" + heldOut.splitDigest(),
            "seed=" + protocol.seed(),
            "resample_count=" + protocol.resamples(),
            "include_seen=" + protocol.includeSeen());
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String joined(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
