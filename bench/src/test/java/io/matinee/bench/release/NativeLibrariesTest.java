package io.matinee.bench.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.bench.release.NativeCode.Platform;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every platform has the native code of every other: of the libraries that the suite runs on, jar
 * by jar, and of the programs that its build runs. What Maven's repository lacks is downloaded.
 */
@Tag("release")
class NativeLibrariesTest {
  private static final String GET = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:get";

  /** A jar has the code of all platforms, or of this machine's and others have the rest. */
  @Test
  void everyLibraryIsThereForEveryPlatform() throws IOException, InterruptedException {
    Set<String> seen = new TreeSet<>();
    for (Path jar : jars()) {
      Map<Platform, Set<String>> libraries = NativeCode.inJar(jar);
      if (libraries.size() == 1) {
        requireOthers(Artefact.of(repository(), jar), libraries.keySet().iterator().next());
      } else if (!libraries.isEmpty()) {
        assertThat(libraries.keySet()).as("platforms of %s", jar).contains(Platform.values());
      }
      if (!libraries.isEmpty()) {
        seen.add(Artefact.of(repository(), jar).name());
      }
    }
    assertThat(seen).contains("duckdb_jdbc", "sqlite-jdbc", "tensorflow-core-native");
  }

  private static void requireOthers(Artefact own, Platform platform)
      throws IOException, InterruptedException {
    Set<String> expected = stems(NativeCode.inJar(own.file()), platform);
    for (Platform other : Platform.values()) {
      Artefact there = own.on(platform, other);
      download(there);
      Map<Platform, Set<String>> found = NativeCode.inJar(there.file());
      assertThat(found.keySet()).as("platforms of %s", there).containsExactly(other);
      assertThat(stems(found, other)).as("%s", there).containsAll(expected);
    }
  }

  /** The compiler of the contracts and its plugin. */
  @ParameterizedTest
  @CsvSource({
    "com.google.protobuf, protoc, protoc.version",
    "io.grpc, protoc-gen-grpc-java, grpc.version"
  })
  void theBuildsProgramsAreThereForEveryPlatform(String group, String name, String version)
      throws IOException, InterruptedException {
    Map<Platform, String> classifiers =
        Map.of(
            Platform.LINUX_X86_64, "linux-x86_64",
            Platform.LINUX_ARM64, "linux-aarch_64",
            Platform.MACOSX_ARM64, "osx-aarch_64");
    for (Map.Entry<Platform, String> of : classifiers.entrySet()) {
      Artefact program =
          new Artefact(repository(), group, name, property(version), of.getValue(), "exe");
      download(program);
      assertThat(NativeCode.of(program.file())).as("%s", program).contains(of.getKey());
    }
  }

  /** The names of libraries without what a platform puts before and behind them. */
  private static Set<String> stems(Map<Platform, Set<String>> libraries, Platform platform) {
    return libraries.getOrDefault(platform, Set.of()).stream()
        .map(name -> name.replaceFirst("^lib", "").replaceFirst("\\..*$", ""))
        .collect(Collectors.toSet());
  }

  private static void download(Artefact artefact) throws IOException, InterruptedException {
    if (Files.exists(artefact.file())) {
      return;
    }
    Process maven =
        new ProcessBuilder(
                "mvn",
                "--batch-mode",
                "-q",
                GET,
                "-Dartifact=" + artefact.coordinates(),
                "-Dtransitive=false")
            .redirectErrorStream(true)
            .start();
    String said = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(maven.waitFor()).as(artefact + ": " + said).isZero();
  }

  /** The jars from Maven's repository that the suite runs on. */
  private static List<Path> jars() {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(classPath.split(File.pathSeparator))
        .map(Path::of)
        .filter(entry -> entry.startsWith(repository()) && entry.toString().endsWith(".jar"))
        .toList();
  }

  /** The folder that Maven keeps artefacts in, told by one of them. */
  private static Path repository() {
    Path jar =
        Path.of(Assertions.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    return Path.of(jar.toString().substring(0, jar.toString().indexOf("/org/assertj/")));
  }

  private static String property(String name) throws IOException {
    Matcher found =
        Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<")
            .matcher(Files.readString(Path.of("..", "pom.xml")));
    assertThat(found.find()).as(name).isTrue();
    return found.group(1);
  }
}
