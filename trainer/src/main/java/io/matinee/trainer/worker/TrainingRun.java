package io.matinee.trainer.worker;

import io.matinee.model.catalogue.Catalogue;
import io.matinee.model.ratings.EventKind;
import io.matinee.model.ratings.RatingsMatrix;
import io.matinee.model.scoring.FactorModel;
import io.matinee.model.scoring.ScorerModel;
import io.matinee.model.snapshot.FolderContent;
import io.matinee.model.snapshot.Lack;
import io.matinee.model.snapshot.ManifestDraft;
import io.matinee.model.snapshot.ScorerManifest;
import io.matinee.model.snapshot.ScorerTraits;
import io.matinee.model.snapshot.SnapshotContent;
import io.matinee.model.snapshot.SnapshotWriter;
import io.matinee.model.split.HoldOut;
import io.matinee.model.split.NoHoldOut;
import io.matinee.model.split.Split;
import io.matinee.runtime.error.Excerpt;
import io.matinee.runtime.error.MatineeException;
import io.matinee.runtime.error.Reason;
import io.matinee.trainer.algorithm.Algorithm;
import io.matinee.trainer.algorithm.AlgorithmCatalogue;
import io.matinee.trainer.algorithm.AlgorithmChoice;
import io.matinee.trainer.algorithm.AlgorithmDescription;
import io.matinee.trainer.algorithm.Cancellation;
import io.matinee.trainer.algorithm.Device;
import io.matinee.trainer.algorithm.EpochProgress;
import io.matinee.trainer.algorithm.Extent;
import io.matinee.trainer.algorithm.KeptChoice;
import io.matinee.trainer.algorithm.Selection;
import io.matinee.trainer.algorithm.TrainedScorer;
import io.matinee.trainer.algorithm.TrainingTask;
import io.matinee.trainer.algorithm.setting.Settings;
import io.matinee.trainer.exchange.ImportedFactors;
import io.matinee.trainer.exchange.ImportedScorer;
import io.matinee.trainer.worker.ProgressEvent.Stage;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run: reads the data, trains the ranker and then the rating predictor, or the one scorer of a
 * preset, which is both, and writes the snapshot.
 */
final class TrainingRun {
  private final RunSpec spec;
  private final ProgressLines progress;
  private final Clock clock;
  private final Cancellation cancellation;

  TrainingRun(RunSpec spec, ProgressLines progress, Clock clock, Cancellation cancellation) {
    this.spec = spec;
    this.progress = progress;
    this.clock = clock;
    this.cancellation = cancellation;
  }

  /**
   * Does the whole run.
   *
   * @throws MatineeException when the data or the choices do not allow it
   * @throws IOException when its files cannot be reached
   */
  void execute() throws IOException {
    enter(Stage.PREPARING, null);
    Optional<Chosen> chosenRanking = Optional.ofNullable(spec.ranking()).map(this::choose);
    Optional<Chosen> chosenRating = Optional.ofNullable(spec.rating()).map(this::choose);
    RunFiles files = RunFiles.of(spec);
    TrainingData data = ParquetData.read(files, spec.holdOut());
    requireBothParts(data);
    RatingsMatrix training = data.split().training();
    Catalogue catalogue = catalogue(data, training);
    ImportedScorer imported = spec.imported();
    Scorers scorers =
        imported == null
            ? train(chosenRanking, chosenRating, files, data.split(), catalogue)
            : read(imported, files, training);
    enter(Stage.EXPORTING, null);
    SnapshotWriter.write(
        files.staging(),
        new SnapshotContent(
            draft(data.rule(), scorers.ranking(), scorers.rating()),
            catalogue,
            training,
            data.split().heldOut(),
            scorers.ranking().map(Trained::model),
            scorers.rating().map(Trained::model),
            scorers.ranking().flatMap(Trained::savedModel),
            scorers.rating().flatMap(Trained::savedModel)));
  }

  private Catalogue catalogue(TrainingData data, RatingsMatrix training) {
    Catalogue counted = Catalogue.of(training.movies(), data.movies(), training);
    return spec.scale().kind() == EventKind.WATCH ? counted.withoutMeans() : counted;
  }

  private static void requireBothParts(TrainingData data) {
    if (data.split().training().ratingCount() == 0) {
      throw MatineeException.of(
          Reason.NO_RATINGS, "No rating is left to train on: the hold-out takes all of them.");
    }
    if (data.split().heldOut().ratingCount() == 0 && !(data.rule() instanceof NoHoldOut)) {
      throw MatineeException.of(
          Reason.NOTHING_HELD_OUT,
          "The hold-out takes none of the %,d ratings, so nothing could judge the model: take another, or ask for none (hold_out.none, --hold-out none)."
              .formatted(data.split().training().ratingCount()));
    }
  }

  /** Finds the algorithm of a choice, and its device before anything is read. */
  private Chosen choose(KeptChoice kept) {
    AlgorithmChoice choice = kept.choice();
    Algorithm algorithm =
        AlgorithmCatalogue.algorithm(choice.algorithm())
            .orElseThrow(
                () ->
                    MatineeException.of(
                        Reason.UNKNOWN_ALGORITHM,
                        "There is no algorithm %s.".formatted(Excerpt.of(choice.algorithm()))));
    return new Chosen(choice, algorithm, algorithm.device(spec.device()));
  }

  /** Trains, from the last checkpoint of this scorer where an earlier worker has left one. */
  private Trained train(
      Chosen chosen, String role, RunFiles files, Split split, Catalogue catalogue) {
    RatingsMatrix ratings = split.training();
    AlgorithmChoice choice = chosen.choice();
    Algorithm algorithm = chosen.algorithm();
    enter(Stage.TRAINING, choice.algorithm());
    Extent extent = new Extent(ratings.userCount(), ratings.movieCount());
    Settings settings = settings(algorithm, choice, extent);
    TrainingTask task =
        new TrainingTask(
            ratings,
            catalogue,
            spec.scale(),
            settings,
            spec.seed(),
            chosen.device(),
            cancellation,
            split.heldOut(),
            new CheckpointFolder(
                files.staging().resolve("checkpoints").resolve(role),
                spec.checkpointInterval(),
                clock));
    TrainedScorer scorer = algorithm.train(task, epoch -> report(choice.algorithm(), epoch));
    ScorerModel model = scorer.model();
    if (!model.isFinite()) {
      throw MatineeException.of(
          Reason.RUN_FAILED,
          "%s diverged: some of its numbers are not finite; train with smaller steps or more regularisation."
              .formatted(choice.algorithm()));
    }
    AlgorithmDescription trained = scorer.algorithm(algorithm.description());
    Settings used = scorer.selection().map(Selection::settings).orElse(settings);
    return new Trained(
        model,
        ScorerManifest.of(
                trained.id(),
                used.values(),
                model.objective(),
                scorer.learningCurve(),
                scorer.figures())
            .with(trained.traits().on(chosen.device().word()))
            .chosenAmong(scorer.selection().map(Selection::tried).orElse(List.of())),
        scorer.savedModel());
  }

  private Scorers train(
      Optional<Chosen> ranking,
      Optional<Chosen> rating,
      RunFiles files,
      Split split,
      Catalogue catalogue) {
    Optional<Trained> ranker =
        ranking.map(chosen -> train(chosen, "ranking", files, split, catalogue));
    Optional<Trained> predictor =
        rating
            .map(chosen -> train(chosen, "rating", files, split, catalogue))
            .map(this::chosenByPreset);
    return new Scorers(spec.preset() == null ? ranker : predictor, predictor);
  }

  private Trained chosenByPreset(Trained trained) {
    return new Trained(
        trained.model(),
        trained.manifest().chosenBy(Optional.ofNullable(spec.preset())),
        trained.savedModel());
  }

  private Scorers read(ImportedScorer imported, RunFiles files, RatingsMatrix ratings)
      throws IOException {
    enter(Stage.TRAINING, ImportedScorer.ALGORITHM);
    ImportedFactors factors =
        ImportedFactors.read(
            files.imported().orElseThrow(), imported, ratings, spec.scale(), cancellation::check);
    FactorModel model = factors.model();
    Lack[] lacks = model.objective().predictsRatings() ? new Lack[0] : new Lack[] {Lack.RATINGS};
    Trained read =
        new Trained(
            model,
            ScorerManifest.of(
                    ImportedScorer.ALGORITHM,
                    Map.of("file", imported.file(), "sha256", imported.sha256()),
                    model.objective(),
                    List.of(),
                    factors.figures())
                .with(ScorerTraits.lacking(lacks)),
            Optional.empty());
    return new Scorers(
        imported.ranks() ? Optional.of(read) : Optional.empty(),
        imported.predicts() ? Optional.of(read) : Optional.empty());
  }

  private static Settings settings(Algorithm algorithm, AlgorithmChoice choice, Extent extent) {
    try {
      return choice.settings(algorithm, extent);
    } catch (IllegalArgumentException invalid) {
      throw MatineeException.of(
          Reason.HYPER_PARAMETER_INVALID, String.valueOf(invalid.getMessage()));
    }
  }

  private void enter(Stage stage, @Nullable String algorithm) {
    progress.write(new ProgressEvent.StageStarted(stage, algorithm));
  }

  private void report(String algorithm, EpochProgress ended) {
    progress.write(
        new ProgressEvent.EpochEnded(
            algorithm,
            ended.epoch().epoch(),
            ended.epochs(),
            ended.epoch().figures(),
            ended.remainingSeconds(),
            ended.examplesPerSecond()));
  }

  private ManifestDraft draft(HoldOut rule, Optional<Trained> ranking, Optional<Trained> rating) {
    List<ScorerTraits> traits =
        Stream.of(ranking, rating)
            .flatMap(Optional::stream)
            .map(trained -> trained.manifest().traits())
            .toList();
    return new ManifestDraft(
        spec.datasetVersion(),
        spec.ratingsRevision(),
        spec.scale(),
        spec.synthetic(),
        rule,
        ranking.map(Trained::manifest),
        rating.map(Trained::manifest),
        traits.stream().allMatch(ScorerTraits::servable),
        spec.seed(),
        traits.stream().map(ScorerTraits::device).distinct().collect(Collectors.joining(", ")),
        LibraryVersions.inUse(),
        clock.instant());
  }

  /**
   * What a run gives.
   *
   * @param ranking the ranker, if there is one
   * @param rating the rating predictor, if there is one
   */
  private record Scorers(Optional<Trained> ranking, Optional<Trained> rating) {}

  /**
   * What is trained.
   *
   * @param choice the algorithm's id and settings
   * @param algorithm the algorithm
   * @param device what it is trained on
   */
  private record Chosen(AlgorithmChoice choice, Algorithm algorithm, Device device) {}

  /**
   * A scorer and what the manifest says of it.
   *
   * @param model the scorer
   * @param manifest its part of the manifest
   * @param savedModel it as other programs load it
   */
  private record Trained(
      ScorerModel model, ScorerManifest manifest, Optional<FolderContent> savedModel) {}
}
