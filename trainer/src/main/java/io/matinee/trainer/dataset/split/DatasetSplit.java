package io.matinee.trainer.dataset.split;

import io.matinee.trainer.name.SplitName;
import java.time.Instant;

/**
 * A split of a data set. It never changes.
 *
 * @param name its name
 * @param manifest what it is made of
 * @param createTime when it was made
 */
public record DatasetSplit(SplitName name, SplitManifest manifest, Instant createTime) {}
