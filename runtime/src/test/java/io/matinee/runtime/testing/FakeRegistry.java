package io.matinee.runtime.testing;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.matinee.model.snapshot.BlobReference;
import io.matinee.model.snapshot.Manifest;
import io.matinee.model.snapshot.SnapshotContent;
import io.matinee.model.snapshot.SnapshotWriter;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.model.v1.FollowedAlias;
import io.matinee.proto.trainer.v1.VersionInUse;
import io.matinee.runtime.error.MatineeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A model registry over a real socket, without a trainer behind it: versions are folders of
 * snapshots, one alias can be set. Stopping breaks every connection; restarting listens on the same
 * port. Thread safe.
 */
public final class FakeRegistry implements AutoCloseable {
  /** The model that versions are published under. */
  public static final String MODEL = "models/movies";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path folder;
  private final FakeRegistryState state = new FakeRegistryState();
  private final HeardRequestIds requestIds = new HeardRequestIds();
  private final HeardDeadlines deadlines = new HeardDeadlines();
  private final RefusedCalls refusedCalls = new RefusedCalls();
  private final int port;
  private Server server;

  private FakeRegistry(Path folder) throws IOException {
    this.folder = folder;
    this.server = listen(0);
    this.port = server.getPort();
  }

  /** Starts a registry without versions on a free port of loopback. */
  public static FakeRegistry start(Path folder) {
    try {
      return new FakeRegistry(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns the port, the same after a restart. */
  public int port() {
    return port;
  }

  /** Publishes a {@link TinyModel}; returns the version's resource name. */
  public String publishTiny(long seed) {
    return publish(TinyModel.content(seed));
  }

  /** Writes and publishes a snapshot; returns the version's resource name. */
  public String publish(SnapshotContent content) {
    return publish(folder -> SnapshotWriter.write(folder, content));
  }

  /** Publishes a version of an earlier format, of which nobody reads more; returns its name. */
  public String publishOfEarlierFormat() {
    return publishManifest("{\"formatVersion\":1}");
  }

  /** Publishes a version with a text for its manifest; returns its name. */
  public String publishManifest(String text) {
    return publish(
        folder -> {
          Manifest manifest = SnapshotWriter.write(folder, TinyModel.content(1));
          Files.writeString(folder.resolve(Manifest.FILE_NAME), text);
          return manifest;
        });
  }

  private String publish(Writing writing) {
    String name = MODEL + "/versions/" + state.nextNumber();
    Path version = folder.resolve(name.replace('/', '-'));
    try {
      Manifest manifest = writing.write(Files.createDirectories(version));
      state.add(PublishedVersion.of(name, version, manifest));
      return name;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Points the alias at a version; whoever watches hears it. */
  public void setAlias(String version) {
    setAlias("production", version);
  }

  /** Points an alias, by its id, at a version; whoever watches it hears it. */
  public void setAlias(String alias, String version) {
    state.point(MODEL + "/aliases/" + alias, version);
  }

  /** Points the alias at nothing. */
  public void clearAlias() {
    setAlias("production", "");
  }

  /** Flips the lowest bit of the middle byte of a version's blob; doing it twice undoes it. */
  public void flipByte(String version, String blobName) {
    PublishedVersion published = state.version(version).orElseThrow();
    BlobReference blob = published.blob(blobName);
    try (FileChannel channel =
        FileChannel.open(published.file(blob), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer one = ByteBuffer.allocate(1);
      channel.read(one, channel.size() / 2);
      one.put(0, (byte) (one.get(0) ^ 1));
      channel.write(one.flip(), channel.size() / 2);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns how many downloads of a blob were asked for, whole or in part. */
  public int downloads(String version, String blobName) {
    return state.downloads(digest(version, blobName));
  }

  /** Returns the digest of a version's blob, which is the name of its file in a cache. */
  public String digest(String version, String blobName) {
    return state.version(version).orElseThrow().blob(blobName).sha256();
  }

  /** Has downloads of a version's blob bring nothing until {@link #letDownloadsGo()}. */
  public void holdDownloads(String version, String blobName) {
    state.hold(digest(version, blobName));
  }

  /** Has what is held go on. */
  public void letDownloadsGo() {
    state.letGo();
  }

  /** Waits until a blob was asked for. */
  public void awaitDownload(String version, String blobName) {
    state.awaitDownload(digest(version, blobName), PATIENCE);
  }

  /** Has the next download of any blob break off after so many bytes. */
  public void breakNextDownloadAfter(int bytes) {
    state.breakAfter(bytes);
  }

  /** Waits for a reader's report of an alias that fits, among those since it was last moved. */
  public FollowedAlias awaitReport(Predicate<FollowedAlias> fits) {
    return state.awaitReport(fits, PATIENCE);
  }

  /** Waits until so many watches are open. */
  public void awaitWatchers(int count) {
    state.awaitWatchers(count, PATIENCE);
  }

  /** Returns the versions that readers said work under way reads. */
  public List<VersionInUse> used() {
    return state.used();
  }

  /** Returns the evaluations that were attached. */
  public List<Evaluation> evaluations() {
    return state.evaluations();
  }

  /** Returns the request ids that calls of a method came with, e.g. of "AttachEvaluation". */
  public List<String> requestIds(String method) {
    return requestIds.of(method);
  }

  /** Returns how much time the last call of a method had left, e.g. of "GetModelVersion". */
  public Optional<Duration> timeLeft(String method) {
    return deadlines.of(method);
  }

  /** Refuses every call from now on. */
  public void refuseCalls(MatineeException refusal) {
    refusedCalls.refuse(Optional.of(refusal));
  }

  /** Answers calls again. */
  public void answerCalls() {
    refusedCalls.refuse(Optional.empty());
  }

  /** Breaks all connections and listens no more. */
  public synchronized void stop() {
    server.shutdownNow();
    try {
      server.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    state.forgetWatchers();
  }

  /**
   * Listens again on the same port, as soon as that is free: meanwhile a client may have been given
   * it as its own, even to look for this server.
   */
  public synchronized void restart() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        server = listen(port);
        return;
      } catch (IOException taken) {
        if (System.nanoTime() > end) {
          throw new UncheckedIOException(taken);
        }
        Thread.yield();
      }
    }
  }

  @Override
  public void close() {
    state.letGo();
    stop();
  }

  private Server listen(int wanted) throws IOException {
    Files.createDirectories(folder);
    return NettyServerBuilder.forAddress(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted))
        .permitKeepAliveTime(1, TimeUnit.SECONDS)
        .permitKeepAliveWithoutCalls(true)
        .addService(new FakeRegistryService(state))
        .intercept(requestIds)
        .intercept(deadlines)
        .intercept(refusedCalls)
        .build()
        .start();
  }

  /** Writes a snapshot into a folder. */
  @FunctionalInterface
  private interface Writing {
    Manifest write(Path folder) throws IOException;
  }
}
