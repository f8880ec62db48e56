package io.matinee.trainer.dataset.split;

/**
 * News of the making of a split; kept as JSON.
 *
 * @param split the split's name
 * @param datasetVersion the name of the version that it is made for
 * @param stage what is being done
 */
public record SplitProgress(String split, String datasetVersion, SplitStage stage) {}
