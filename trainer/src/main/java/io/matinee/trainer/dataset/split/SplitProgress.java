package io.matinee.trainer.dataset.split;

import org.jspecify.annotations.Nullable;

/**
 * News of the making of a split; kept as JSON.
 *
 * @param split the split's name
 * @param datasetVersion the name of the version that it is made for
 * @param ratingsOf the name of the version whose ratings are held out; null for a rule
 * @param stage what is being done
 */
public record SplitProgress(
    String split, String datasetVersion, @Nullable String ratingsOf, SplitStage stage) {}
