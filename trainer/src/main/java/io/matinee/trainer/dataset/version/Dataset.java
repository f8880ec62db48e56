package io.matinee.trainer.dataset.version;

import io.matinee.trainer.name.DatasetName;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * A data set.
 *
 * @param name its name
 * @param displayName what a person calls it
 * @param latestVersion the number of its newest version; empty before the first import
 * @param createTime when it was created
 */
public record Dataset(
    DatasetName name, String displayName, OptionalLong latestVersion, Instant createTime) {}
