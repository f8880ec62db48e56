package io.matinee.trainer.dataset.split;

import io.matinee.runtime.operation.RequestKey;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.name.SplitName;
import java.util.Optional;

/**
 * What split to make.
 *
 * @param name its name
 * @param dataset the version that it is made for, of the same data set
 * @param rule how it chooses
 * @param key the request by which it is known again; empty for none
 */
public record SplitRequest(
    SplitName name, DatasetVersion dataset, SplitRule rule, Optional<RequestKey> key) {}
