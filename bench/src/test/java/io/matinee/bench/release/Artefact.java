package io.matinee.bench.release;

import io.matinee.bench.release.NativeCode.Platform;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * A file in Maven's repository.
 *
 * @param repository the folder that Maven keeps artefacts in
 * @param group its group
 * @param name its name
 * @param version its version
 * @param classifier what tells it from others of its name, or ""
 * @param type how its file ends
 */
record Artefact(
    Path repository, String group, String name, String version, String classifier, String type) {

  /** As JavaCPP names platforms, in classifiers. */
  private static final Map<Platform, String> CLASSIFIERS =
      Map.of(
          Platform.LINUX_X86_64, "linux-x86_64",
          Platform.LINUX_ARM64, "linux-arm64",
          Platform.MACOSX_ARM64, "macosx-arm64");

  /** As Netty's relatives do, in names of artefacts. */
  private static final Map<Platform, String> NAMES =
      Map.of(
          Platform.LINUX_X86_64, "linux-x86_64",
          Platform.LINUX_ARM64, "linux-aarch64",
          Platform.MACOSX_ARM64, "osx-aarch64");

  /** Returns the artefact that a jar in a repository is. */
  static Artefact of(Path repository, Path jar) {
    Path path = repository.relativize(jar);
    int names = path.getNameCount();
    String version = path.getName(names - 2).toString();
    String name = path.getName(names - 3).toString();
    String file = path.getName(names - 1).toString();
    String rest = file.substring((name + "-" + version).length(), file.length() - ".jar".length());
    return new Artefact(
        repository,
        path.subpath(0, names - 3).toString().replace('/', '.'),
        name,
        version,
        rest.isEmpty() ? "" : rest.substring(1),
        "jar");
  }

  /** Returns the one that is for another platform what this is for its own. */
  Artefact on(Platform own, Platform other) {
    return new Artefact(
        repository,
        group,
        name.replace(word(NAMES, own), word(NAMES, other)),
        version,
        classifier.replace(word(CLASSIFIERS, own), word(CLASSIFIERS, other)),
        type);
  }

  private static String word(Map<Platform, String> words, Platform platform) {
    return Objects.requireNonNull(words.get(platform));
  }

  /** Returns where it is once it has been downloaded. */
  Path file() {
    return repository
        .resolve(group.replace('.', '/'))
        .resolve(name)
        .resolve(version)
        .resolve(
            name + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + "." + type);
  }

  /** Returns it as Maven's plugins take it. */
  String coordinates() {
    return String.join(":", group, name, version, type)
        + (classifier.isEmpty() ? "" : ":" + classifier);
  }
}
