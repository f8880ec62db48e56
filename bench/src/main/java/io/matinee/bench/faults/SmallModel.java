package io.matinee.bench.faults;

import io.grpc.StatusRuntimeException;
import io.matinee.bench.faults.call.Vocabulary;
import io.matinee.cli.connection.Clients;
import io.matinee.cli.connection.Service;
import io.matinee.cli.operation.Aliases;
import io.matinee.cli.operation.Importing;
import io.matinee.cli.operation.Training;
import io.matinee.cli.output.Console;
import io.matinee.cli.upload.LocalFiles;
import io.matinee.proto.model.v1.ReaderStatus;
import io.matinee.proto.trainer.v1.AlgorithmChoice;
import io.matinee.proto.trainer.v1.TrainModelRequest;
import io.matinee.proto.trainer.v1.UploadDatasetHeader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The model of a tested suite, made in seconds.
 *
 * @param clients of the suite
 */
record SmallModel(Clients clients) {
  /** The alias that readers follow. */
  static final String PRODUCTION = Vocabulary.MODEL + "/aliases/production";

  /** The readers that answer from the model. */
  static final List<Service> READERS = List.of(Service.SERVING, Service.SIMILARITY);

  private static final Console SILENT =
      new Console(
          new PrintWriter(PrintWriter.nullWriter()),
          new PrintWriter(PrintWriter.nullWriter()),
          false,
          false);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** Brings the ratings in. */
  void importRatings(Path folder) throws IOException {
    MadeUpRatings.write(folder);
    new Importing(clients, SILENT)
        .upload(
            UploadDatasetHeader.newBuilder().setDataset(Vocabulary.DATASET).build(),
            LocalFiles.at(folder, Optional.empty()));
  }

  /** Trains a version; returns its name. */
  String train() {
    Training training = new Training(clients, SILENT);
    return training
        .await(
            training.start(
                TrainModelRequest.newBuilder()
                    .setModel(Vocabulary.MODEL)
                    .setDataset(Vocabulary.DATASET)
                    .setRanking(AlgorithmChoice.newBuilder().setAlgorithmId("als"))
                    .setRating(AlgorithmChoice.newBuilder().setAlgorithmId("baseline"))
                    .setRequestId(UUID.randomUUID().toString())
                    .build()))
        .getName();
  }

  /** Points the readers at a version. */
  void promote(String version) {
    new Aliases(clients.registry()).move(PRODUCTION, version, "fault bench", "*");
  }

  /** Waits until every reader serves a version; returns whether all did in time. */
  boolean served(String version, long limitSeconds) {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(limitSeconds);
    return READERS.stream().allMatch(reader -> serves(reader, version, limit));
  }

  private boolean serves(Service reader, String version, long limit) {
    while (System.nanoTime() < limit) {
      if (status(reader).getAliasesList().stream()
          .anyMatch(alias -> alias.getLoaded().getModelVersion().equals(version))) {
        return true;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return false;
  }

  private ReaderStatus status(Service reader) {
    try {
      return clients.readerStatus(reader);
    } catch (StatusRuntimeException away) {
      return ReaderStatus.getDefaultInstance();
    }
  }
}
