package io.matinee.trainer;

import io.matinee.runtime.liveness.Hearts;
import io.matinee.runtime.liveness.OwnedScheduler;
import io.matinee.runtime.operation.FailureReading;
import io.matinee.runtime.operation.OperationConfiguration;
import io.matinee.runtime.operation.OperationNames;
import io.matinee.runtime.operation.Operations;
import io.matinee.runtime.telemetry.Bugs;
import io.matinee.trainer.dataset.description.KeptDescriptions;
import io.matinee.trainer.dataset.export.DatasetExports;
import io.matinee.trainer.dataset.importing.DatasetImporter;
import io.matinee.trainer.dataset.importing.ImportText;
import io.matinee.trainer.dataset.source.ImportLimits;
import io.matinee.trainer.dataset.source.ImportRoots;
import io.matinee.trainer.dataset.split.SplitMaker;
import io.matinee.trainer.dataset.split.SplitText;
import io.matinee.trainer.dataset.split.Splits;
import io.matinee.trainer.dataset.upload.Uploads;
import io.matinee.trainer.dataset.version.DatasetDeletion;
import io.matinee.trainer.dataset.version.Datasets;
import io.matinee.trainer.exchange.ScorerExports;
import io.matinee.trainer.execution.RunExecutor;
import io.matinee.trainer.operation.OperationTable;
import io.matinee.trainer.ratings.LiveRatings;
import io.matinee.trainer.registry.Aliases;
import io.matinee.trainer.registry.Evaluations;
import io.matinee.trainer.registry.ModelVersionDeletion;
import io.matinee.trainer.registry.ModelVersions;
import io.matinee.trainer.registry.Models;
import io.matinee.trainer.registry.Publisher;
import io.matinee.trainer.registry.ReaderLeases;
import io.matinee.trainer.registry.Verification;
import io.matinee.trainer.registry.VerificationText;
import io.matinee.trainer.registry.Verifications;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.ExportedFiles;
import io.matinee.trainer.store.Staging;
import io.matinee.trainer.store.StorageFault;
import io.matinee.trainer.store.TrainerHome;
import io.matinee.trainer.training.TrainingRuns;
import io.matinee.trainer.training.TrainingText;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Puts the rooms of the trainer together. */
@Singleton
public class TrainerParts {
  private static final Duration UPLOADS_TIDIED = Duration.ofMinutes(1);

  private final OwnedScheduler tidying = new OwnedScheduler("upload-clean-up");
  private final TrainerConfig config;
  private final TrainerHome home;
  private final Database database;
  private final Clock clock;

  @Inject
  TrainerParts(TrainerConfig config, TrainerHome home, Database database, Clock clock) {
    this.config = config;
    this.home = home;
    this.database = database;
    this.clock = clock;
  }

  /** Before calls are waited for, ends the work that they may be waiting for. */
  void stop(
      @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 1) ShutdownEvent event,
      Operations operations,
      RunExecutor executor) {
    operations.close();
    executor.close();
  }

  @Produces
  @Singleton
  Operations operations(OperationConfiguration configuration, Bugs bugs) {
    return new Operations(
        OperationNames.ofService("trainer"),
        new OperationTable(database),
        new FailureReading(StorageFault::explain, bugs::count),
        configuration,
        clock);
  }

  @Produces
  @Singleton
  Datasets datasets() {
    return new Datasets(database, clock);
  }

  @Produces
  @Singleton
  DatasetDeletion datasetDeletion(Datasets datasets, Operations operations) {
    return new DatasetDeletion(database, datasets, operations);
  }

  @Produces
  @Singleton
  DatasetImporter importer(
      BlobStore blobs, Datasets datasets, Operations operations, ImportText text) {
    ImportRoots roots = new ImportRoots(config.importRoots().orElse(List.of()));
    return new DatasetImporter(home, database, blobs, datasets, operations, text, limits(), roots);
  }

  @Produces
  @Singleton
  Splits splits() {
    return new Splits(database, clock);
  }

  @Produces
  @Singleton
  SplitMaker splitMaker(BlobStore blobs, Splits splits, Operations operations, SplitText text) {
    return new SplitMaker(
        home, database, blobs, splits, operations, text, limits().memoryMegabytes());
  }

  @Produces
  @Singleton
  Uploads uploads(Staging staging) {
    return new Uploads(staging, config.maximumImportBytes(), config.uploadPatience(), clock);
  }

  /** Deletes, now and then, what has waited too long for its rest. */
  void tidyUploads(@Observes StartupEvent event, Uploads uploads) {
    tidying.every(UPLOADS_TIDIED, uploads::deleteExpired);
  }

  @PreDestroy
  void close() {
    tidying.shutdownNow();
  }

  @Produces
  @Singleton
  KeptDescriptions descriptions(BlobStore blobs) {
    return new KeptDescriptions(blobs);
  }

  @Produces
  @Singleton
  ExportedFiles exportedFiles(BlobStore blobs, Staging staging) {
    return new ExportedFiles(blobs, staging);
  }

  @Produces
  @Singleton
  DatasetExports exports(BlobStore blobs, ExportedFiles files) {
    return new DatasetExports(blobs, files, limits().memoryMegabytes());
  }

  @Produces
  @Singleton
  ScorerExports scorerExports(BlobStore blobs, ExportedFiles files) {
    return new ScorerExports(blobs, files, limits().memoryMegabytes());
  }

  private ImportLimits limits() {
    return new ImportLimits(
        config.maximumImportBytes(), config.maximumUnpackedRatio(), config.importMemoryMegabytes());
  }

  @Produces
  @Singleton
  LiveRatings ratings() {
    return new LiveRatings(database, clock);
  }

  @Produces
  @Singleton
  Hearts hearts(LiveRatings ratings) {
    return () -> List.of(ratings.heart());
  }

  void close(@Disposes LiveRatings ratings) {
    ratings.close();
  }

  @Produces
  @Singleton
  Staging staging() {
    return new Staging(home.staging());
  }

  @Produces
  @Singleton
  ModelVersions versions() {
    return new ModelVersions(database, clock);
  }

  @Produces
  @Singleton
  ModelVersionDeletion modelVersionDeletion(ReaderLeases leases) {
    return new ModelVersionDeletion(database, leases);
  }

  @Produces
  @Singleton
  Models models() {
    return new Models(database, clock);
  }

  @Produces
  @Singleton
  Aliases aliases() {
    return new Aliases(database, clock);
  }

  @Produces
  @Singleton
  Evaluations evaluations() {
    return new Evaluations(database, clock);
  }

  @Produces
  @Singleton
  ReaderLeases leases() {
    return new ReaderLeases(config.readerLease(), clock);
  }

  @Produces
  @Singleton
  Verifications verifications(Operations operations, BlobStore blobs, VerificationText text) {
    return new Verifications(operations, new Verification(blobs), text);
  }

  @Produces
  @Singleton
  TrainingRuns runs(
      Operations operations,
      TrainingText text,
      ModelVersions versions,
      BlobStore blobs,
      Staging staging,
      RunExecutor executor) {
    Publisher publisher = new Publisher(database, blobs, versions, step -> {});
    return new TrainingRuns(
        operations, text, publisher, blobs, staging, executor, config.checkpointInterval());
  }
}
