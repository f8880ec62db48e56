package io.matinee.trainer.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Factors that another program has made, and what they are for.
 *
 * @param file what the file is called
 * @param sha256 the digest of its blob
 * @param ranks whether they order movies
 * @param predicts whether they predict ratings
 * @param link how a score becomes a rating, as {@link io.matinee.model.scoring.Link#id} or {@link
 *     io.matinee.model.exchange.ScorerExport#NO_LINK}; null as the file says
 * @param regularisation of fold-in; null as the file says, or by default
 * @param confidence of a like in fold-in; null as the file says, or by default
 * @param minimumRating the least rating that is a like in fold-in; null as the file says, or by
 *     default
 */
public record ImportedScorer(
    String file,
    String sha256,
    boolean ranks,
    boolean predicts,
    @Nullable String link,
    @Nullable Double regularisation,
    @Nullable Double confidence,
    @Nullable Double minimumRating) {
  /** What versions name as their algorithm. */
  public static final String ALGORITHM = "imported";
}
