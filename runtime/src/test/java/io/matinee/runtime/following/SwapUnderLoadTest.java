package io.matinee.runtime.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.runtime.testing.FakeRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwapUnderLoadTest {
  private static final int CALLERS = 8;
  private static final int SWAPS = 20;

  @TempDir Path folder;

  @Test
  void closesNothingInUseAndEverythingElse() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    try (FakeRegistry registry = FakeRegistry.start(folder.resolve("registry"));
        FollowingRig rig = new FollowingRig(registry.port(), folder.resolve("cache"));
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      swap(registry, rig, 0);
      List<Future<Long>> answers = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        answers.add(callers.submit(() -> call(rig, done)));
      }
      for (int version = 1; version <= SWAPS; version++) {
        swap(registry, rig, version);
      }
      done.set(true);
      for (Future<Long> answer : answers) {
        assertThat(answer.get()).isPositive();
      }
      List<TestModel> loaded = List.copyOf(rig.reader.loaded);
      assertThat(loaded).hasSize(SWAPS + 1);
      assertThat(loaded.subList(0, SWAPS)).allMatch(model -> model.closings() == 1);
      assertThat(loaded.getLast().closings()).isZero();
    }
  }

  private static void swap(FakeRegistry registry, FollowingRig rig, long seed) {
    String version = registry.publishTiny(seed);
    registry.setAlias(version);
    rig.awaitLoaded(version);
  }

  /** Returns how often the model answered. */
  private static long call(FollowingRig rig, AtomicBoolean done) {
    long answers = 0;
    while (!done.get()) {
      try (Lease<TestModel> lease = rig.following.acquire()) {
        assertThat(lease.model().score()).isFinite();
        assertThat(lease.model().closings()).isZero();
      }
      answers++;
    }
    return answers;
  }
}
