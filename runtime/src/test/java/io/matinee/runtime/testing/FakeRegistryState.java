package io.matinee.runtime.testing;

import io.grpc.stub.ServerCallStreamObserver;
import io.matinee.proto.model.v1.Evaluation;
import io.matinee.proto.model.v1.FollowedAlias;
import io.matinee.proto.trainer.v1.Alias;
import io.matinee.proto.trainer.v1.ReportReaderRequest;
import io.matinee.proto.trainer.v1.VersionInUse;
import io.matinee.proto.trainer.v1.WatchAliasResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** What the fake registry knows and has heard. Thread safe. */
final class FakeRegistryState {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, PublishedVersion> versions = new LinkedHashMap<>();
  private final Map<String, Path> blobs = new HashMap<>();
  private final Map<String, Integer> downloads = new HashMap<>();
  private final List<Watcher> watchers = new ArrayList<>();
  private final List<FollowedAlias> reports = new ArrayList<>();
  private final List<VersionInUse> used = new ArrayList<>();
  private final List<Evaluation> evaluations = new ArrayList<>();
  private final Map<String, String> targets = new HashMap<>();
  private final Set<String> held = new HashSet<>();
  private int number;
  private int breakAfter = Integer.MAX_VALUE;

  int nextNumber() {
    return locked(() -> ++number);
  }

  void add(PublishedVersion version) {
    change(
        () -> {
          versions.put(version.name(), version);
          blobs.putAll(version.files());
        });
  }

  Optional<PublishedVersion> version(String name) {
    return locked(() -> Optional.ofNullable(versions.get(name)));
  }

  void point(String alias, String version) {
    change(
        () -> {
          if (!version.equals(targets.put(alias, version))) {
            reports.removeIf(report -> report.getAlias().equals(alias));
          }
          watchers.stream()
              .filter(watcher -> watcher.alias().equals(alias))
              .forEach(watcher -> watcher.observer().onNext(aliasState(alias)));
        });
  }

  void watch(String alias, ServerCallStreamObserver<WatchAliasResponse> observer) {
    Watcher watcher = new Watcher(alias, observer);
    observer.setOnCancelHandler(() -> change(() -> watchers.remove(watcher)));
    change(
        () -> {
          watchers.add(watcher);
          observer.onNext(aliasState(alias));
        });
  }

  void forgetWatchers() {
    change(watchers::clear);
  }

  void awaitWatchers(int count, Duration patience) {
    await(() -> watchers.size() == count, patience, count + " watchers");
  }

  Optional<Path> download(String sha256) {
    change(() -> downloads.merge(sha256, 1, Integer::sum));
    return locked(() -> Optional.ofNullable(blobs.get(sha256)));
  }

  void hold(String sha256) {
    change(() -> held.add(sha256));
  }

  void letGo() {
    change(held::clear);
  }

  void awaitLetGo(String sha256, Duration patience) {
    await(() -> !held.contains(sha256), patience, "the end of a hold of " + sha256);
  }

  void awaitDownload(String sha256, Duration patience) {
    await(() -> downloads.containsKey(sha256), patience, "a download of " + sha256);
  }

  int downloads(String sha256) {
    return locked(() -> downloads.getOrDefault(sha256, 0));
  }

  void breakAfter(int bytes) {
    change(() -> breakAfter = bytes);
  }

  /** Returns after how many bytes this download breaks off; the ones after it do not. */
  int takeBreak() {
    return locked(
        () -> {
          int bytes = breakAfter;
          breakAfter = Integer.MAX_VALUE;
          return bytes;
        });
  }

  void report(ReportReaderRequest report) {
    change(
        () -> {
          reports.addAll(report.getStatus().getAliasesList());
          used.addAll(report.getVersionsInUseList());
        });
  }

  List<VersionInUse> used() {
    return locked(() -> List.copyOf(used));
  }

  FollowedAlias awaitReport(Predicate<FollowedAlias> fits, Duration patience) {
    await(() -> reports.stream().anyMatch(fits), patience, "a fitting report");
    return locked(() -> reports.reversed().stream().filter(fits).findFirst().orElseThrow());
  }

  /** Returns the evaluation as it is kept: as it came first under its name. */
  Evaluation attach(Evaluation evaluation) {
    return locked(
        () -> {
          Optional<Evaluation> there =
              evaluations.stream()
                  .filter(each -> each.getName().equals(evaluation.getName()))
                  .findFirst();
          if (there.isEmpty()) {
            evaluations.addFirst(evaluation);
          }
          return there.orElse(evaluation);
        });
  }

  /** Returns the evaluations, newest first. */
  List<Evaluation> evaluations() {
    return locked(() -> List.copyOf(evaluations));
  }

  private WatchAliasResponse aliasState(String alias) {
    String target = targets.getOrDefault(alias, "");
    WatchAliasResponse.Builder message =
        WatchAliasResponse.newBuilder()
            .setAlias(Alias.newBuilder().setName(alias).setModelVersion(target).setEtag(target));
    Optional.ofNullable(versions.get(target))
        .ifPresent(version -> message.setModelVersion(version.message()));
    return message.build();
  }

  private void await(BooleanSupplier reached, Duration patience, String what) {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (!reached.getAsBoolean()) {
        if (left <= 0) {
          throw new AssertionError(what + " did not come; reports: " + reports);
        }
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    } finally {
      lock.unlock();
    }
  }

  private void change(Runnable action) {
    lock.lock();
    try {
      action.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private <V> V locked(java.util.function.Supplier<V> read) {
    lock.lock();
    try {
      return read.get();
    } finally {
      lock.unlock();
    }
  }

  /** Who watches an alias. */
  private record Watcher(String alias, ServerCallStreamObserver<WatchAliasResponse> observer) {}
}
