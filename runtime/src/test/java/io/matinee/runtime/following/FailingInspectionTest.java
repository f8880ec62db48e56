package io.matinee.runtime.following;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.runtime.testing.FakeRegistry;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailingInspectionTest {
  @TempDir Path folder;
  private final BlockingQueue<Throwable> told = new LinkedBlockingQueue<>();
  private Thread.@Nullable UncaughtExceptionHandler before;

  @BeforeEach
  void listen() {
    before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> told.add(failure));
  }

  @AfterEach
  void restore() {
    Thread.setDefaultUncaughtExceptionHandler(before);
  }

  @Test
  void isToldAndFollowedByAnother() throws Exception {
    try (FakeRegistry registry = FakeRegistry.start(folder.resolve("registry"))) {
      String version = registry.publishTiny(1);
      registry.setAlias(version);
      CountDownLatch others = new CountDownLatch(2);
      try (FollowingRig rig = FollowingRig.inspecting(registry.port(), folder.resolve("cache"))) {
        AssertionError error = new AssertionError("while reading");
        rig.reader.verification =
            () -> {
              others.countDown();
              throw error;
            };
        rig.awaitLoaded(version);

        Throwable failure = told.poll(30, TimeUnit.SECONDS);

        assertThat(failure).isInstanceOf(RuntimeException.class).hasCause(error);
        assertThat(others.await(30, TimeUnit.SECONDS)).isTrue();
      }
    }
  }
}
