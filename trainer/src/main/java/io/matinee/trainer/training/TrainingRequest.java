package io.matinee.trainer.training;

import io.matinee.model.split.HoldOut;
import io.matinee.runtime.operation.RequestKey;
import io.matinee.trainer.algorithm.AlgorithmChoice;
import io.matinee.trainer.algorithm.DeviceChoice;
import io.matinee.trainer.dataset.split.DatasetSplit;
import io.matinee.trainer.dataset.version.DatasetVersion;
import io.matinee.trainer.exchange.ImportedScorer;
import io.matinee.trainer.name.ModelName;
import java.util.Optional;

/**
 * What to train.
 *
 * @param model the model that gets a new version
 * @param dataset the data to train on
 * @param ranking the ranker, if one is wanted
 * @param rating the rating predictor, if one is wanted
 * @param preset the preset that chose the rating predictor, if one did; then that is the ranker too
 * @param seed the seed of everything random
 * @param device what to train on
 * @param holdOut which ratings are kept out of training
 * @param split the stored split that this is; empty for other rules
 * @param imported what is read from a file in place of a training; then neither scorer is trained
 * @param key the request by which it is known again; empty for none
 */
public record TrainingRequest(
    ModelName model,
    DatasetVersion dataset,
    Optional<AlgorithmChoice> ranking,
    Optional<AlgorithmChoice> rating,
    Optional<String> preset,
    long seed,
    DeviceChoice device,
    HoldOut holdOut,
    Optional<DatasetSplit> split,
    Optional<ImportedScorer> imported,
    Optional<RequestKey> key) {}
