package io.matinee.runtime.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A {@link FakeRegistry} for a {@code @QuarkusTest}: annotate it with
 * {@code @WithTestResource(FakeRegistryResource.class)} and declare a field of type {@code
 * FakeRegistry}. The service follows it, with a cache of its own that is empty at first. No version
 * is published and the alias points at nothing, unless the argument {@code publish} is {@code
 * true}: then {@link TinyModel} with seed 1 is what the alias points at.
 */
public final class FakeRegistryResource implements QuarkusTestResourceLifecycleManager {
  private boolean publish;
  private @Nullable Path folder;
  private @Nullable FakeRegistry registry;

  @Override
  public void init(Map<String, String> arguments) {
    publish = Boolean.parseBoolean(arguments.get("publish"));
  }

  @Override
  public Map<String, String> start() {
    try {
      Path home = Files.createTempDirectory("matinee-registry");
      FakeRegistry started = FakeRegistry.start(home.resolve("registry"));
      folder = home;
      registry = started;
      if (publish) {
        started.setAlias(started.publishTiny(1));
      }
      return Map.of(
          "matinee.registry.host", "127.0.0.1",
          "matinee.registry.port", Integer.toString(started.port()),
          "matinee.cache.directory", home.resolve("cache").toString(),
          "matinee.follow.shortest-retry", "20ms",
          "matinee.follow.longest-retry", "100ms");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(
        registry, field -> field.getType().isAssignableFrom(FakeRegistry.class));
  }

  @Override
  public void stop() {
    Optional.ofNullable(registry).ifPresent(FakeRegistry::close);
    Optional.ofNullable(folder).ifPresent(FakeRegistryResource::delete);
  }

  private static void delete(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
