package io.matinee.trainer;

import io.matinee.model.durable.FolderLock;
import io.matinee.runtime.liveness.OwnedScheduler;
import io.matinee.trainer.execution.ProcessExecutor;
import io.matinee.trainer.execution.RunExecutor;
import io.matinee.trainer.execution.WorkerCommand;
import io.matinee.trainer.registry.ModelVersions;
import io.matinee.trainer.registry.OrphanBlobs;
import io.matinee.trainer.store.BlobStore;
import io.matinee.trainer.store.Database;
import io.matinee.trainer.store.DatabaseServer;
import io.matinee.trainer.store.FolderBlobStore;
import io.matinee.trainer.store.HomeIdentity;
import io.matinee.trainer.store.TrainerHome;
import io.matinee.trainer.training.Recovery;
import io.quarkus.runtime.Quarkus;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jboss.logging.Logger;

/**
 * The home of this process's trainer: taken and put in order before the first call is let in, given
 * back at the end.
 */
@Singleton
public class TrainerState {
  /** The exit code of a trainer whose home was taken over. */
  public static final int TAKEN_OVER = 3;

  private static final Logger LOG = Logger.getLogger(TrainerState.class);

  private final OwnedScheduler checking = new OwnedScheduler("ownership-check");
  private final OwnedScheduler tidying = new OwnedScheduler("blob-clean-up");
  private final FolderLock lock;
  private final TrainerHome home;
  private final Database database;
  private final RunExecutor executor;
  private final BlobStore blobs;

  @Inject
  TrainerState(TrainerConfig config, DatabaseConfig tables, Clock clock) throws IOException {
    tellWhichFilesCannotBeNamed();
    home = TrainerHome.prepare(config.home());
    lock = FolderLock.acquire(home.lock());
    database = open(tables);
    requireOwnTables();
    executor = new ProcessExecutor(home.workers(), command(config, home));
    blobs = new FolderBlobStore(home.blobs(), clock);
    new Recovery(home, executor).run();
    OrphanBlobs orphans =
        new OrphanBlobs(blobs, new ModelVersions(database, clock), config.blobRetention(), clock);
    tidying.execute(orphans::delete);
    tidying.every(config.blobRetention(), orphans::delete);
    checking.every(config.ownershipCheck(), database::checkOwnership);
  }

  private static void tellWhichFilesCannotBeNamed() {
    String encoding = System.getProperty("sun.jnu.encoding");
    if (!StandardCharsets.UTF_8.name().equals(encoding)) {
      LOG.warnf(
          "This process names files in %s, so that imports cannot read all: start it with LC_ALL=C.UTF-8",
          encoding);
    }
  }

  /**
   * A home whose database cannot be used is given back, so that it is told why at every attempt.
   */
  private Database open(DatabaseConfig config) throws IOException {
    Runnable loss = () -> end(home);
    try {
      return config
          .url()
          .map(url -> Database.open(server(url, config), loss))
          .orElseGet(() -> Database.open(home.database(), loss));
    } catch (RuntimeException broken) {
      lock.close();
      throw broken;
    }
  }

  private void requireOwnTables() throws IOException {
    try {
      new HomeIdentity(home, database).require();
    } catch (IOException | RuntimeException refused) {
      database.close();
      lock.close();
      throw refused;
    }
  }

  private static DatabaseServer server(String url, DatabaseConfig config) {
    return new DatabaseServer(
        url, config.user(), config.password().orElse(""), config.connections());
  }

  @Produces
  @Singleton
  TrainerHome home() {
    return home;
  }

  @Produces
  @Singleton
  Database database() {
    return database;
  }

  @Produces
  @Singleton
  BlobStore blobs() {
    return blobs;
  }

  @Produces
  @Singleton
  RunExecutor executor() {
    return executor;
  }

  private static WorkerCommand command(TrainerConfig config, TrainerHome home) {
    return config
        .workerCommand()
        .map(WorkerCommand::new)
        .orElseGet(
            () ->
                WorkerCommand.ofThisProgram(
                    config.workerMemory(), TrainerMain.class.getName(), home.nativeCache()));
  }

  private static void end(TrainerHome home) {
    LOG.errorf(
        "Another trainer has taken %s over, so this one writes nothing more and ends", home.root());
    Quarkus.asyncExit(TAKEN_OVER);
  }

  @PreDestroy
  void close() throws IOException {
    checking.shutdownNow();
    tidying.shutdownNow();
    database.close();
    lock.close();
  }
}
