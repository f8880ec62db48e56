package io.matinee.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.matinee.cli.suite.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LauncherTest {
  private static final List<String> PROGRAMS =
      List.of(
          "sh",
          "sed",
          "dirname",
          "readlink",
          "sort",
          "head",
          "tail",
          "find",
          "mkdir",
          "cat",
          "grep",
          "rm",
          "uname");

  @TempDir Path folder;

  @Test
  void withoutAJdkSaysInOneLineWhatIsMissingAndHowToGetIt()
      throws IOException, InterruptedException {
    Result result = launch(Repository.root().resolve("matinee"), programs(), noJdk(), "--help");

    assertThat(result.exitCode()).isEqualTo(69);
    assertThat(result.output().lines()).hasSize(1);
    assertThat(result.output())
        .contains("needs a JDK 25 or newer", "https://adoptium.net", "JAVA_HOME");
  }

  @Test
  void anOlderJdkIsNotTaken() throws IOException, InterruptedException {
    Path older = jdk(folder.resolve("jdk-17"), "17.0.15");
    Map<String, String> environment =
        Map.of("JAVA_HOME", older.toString(), "MATINEE_JDK_PLACES", folder.toString());

    Result result = launch(Repository.root().resolve("matinee"), programs(), environment, "--help");

    assertThat(result.exitCode()).isEqualTo(69);
  }

  @Test
  void withoutMavenSaysInOneLineWhatIsMissing() throws IOException, InterruptedException {
    Path jdk = jdk(folder.resolve("jdk-25"), "25.0.1");
    Map<String, String> environment =
        Map.of("MATINEE_JAVA_HOME", jdk.toString(), "MATINEE_JDK_PLACES", "");

    Result result = launch(Repository.root().resolve("matinee"), programs(), environment, "test");

    assertThat(result.exitCode()).isEqualTo(69);
    assertThat(result.output().lines()).hasSize(1);
    assertThat(result.output()).contains("needs Maven 3.8.7 or newer", "found none", "apt-get");
  }

  @Test
  void anOlderMavenIsNamed() throws IOException, InterruptedException {
    Path jdk = jdk(folder.resolve("jdk-25"), "25.0.1");
    Path programs = programs();
    script(programs.resolve("mvn"), "echo 'Apache Maven 3.6.3'");

    Result result =
        launch(
            Repository.root().resolve("matinee"),
            programs,
            Map.of("MATINEE_JAVA_HOME", jdk.toString(), "MATINEE_JDK_PLACES", ""),
            "test");

    assertThat(result.output()).contains("needs Maven 3.8.7 or newer", "found 3.6.3");
  }

  @Test
  void worksThroughASymlinkFromElsewhereAndNamesEveryMissingTool()
      throws IOException, InterruptedException {
    Path jdk = jdk(folder.resolve("jdk-25"), "25.0.1");
    Path link =
        Files.createSymbolicLink(
            folder.resolve("link"), Repository.root().resolve("matinee").toAbsolutePath());

    Result result =
        launch(
            link,
            programs(),
            Map.of(
                "MATINEE_JAVA_HOME", jdk.toString(),
                "MATINEE_JDK_PLACES", "",
                "MATINEE_DATA", folder.toString()),
            "test",
            "no-such-module");

    assertThat(result.exitCode()).isEqualTo(64);
    assertThat(result.output()).contains("there is no module no-such-module");
  }

  @Test
  void halfAJarOfABuildThatWasCutOffIsNotTakenForWhole() throws IOException, InterruptedException {
    Path root = Files.createDirectories(folder.resolve("repository"));
    Path launcher = Files.copy(Repository.root().resolve("matinee"), root.resolve("matinee"));
    Path jar = Files.createDirectories(root.resolve("proto/target")).resolve("matinee-proto.jar");

    assertThat(build(launcher, "echo half > proto/target/matinee-proto.jar").exitCode())
        .isEqualTo(70);
    assertThat(jar).exists();
    assertThat(build(launcher, ":").exitCode()).isEqualTo(70);
    assertThat(jar).doesNotExist();
  }

  @Test
  void whatWasGeneratedOfContractsThatChangedGoesBeforeTheyAreGeneratedAgain()
      throws IOException, InterruptedException {
    Path root = Files.createDirectories(folder.resolve("repository"));
    Path launcher = Files.copy(Repository.root().resolve("matinee"), root.resolve("matinee"));
    Files.createDirectories(root.resolve("proto/src"));
    Files.createFile(root.resolve("proto/pom.xml"));
    Path generated =
        Files.createDirectories(root.resolve("proto/target/generated-sources/protobuf"))
            .resolve("GoneMessage.java");
    Files.createFile(generated);

    build(launcher, ":");
    assertThat(generated).exists();
    Files.setLastModifiedTime(generated, FileTime.from(Instant.EPOCH));
    build(launcher, ":");
    assertThat(generated).doesNotExist();
  }

  @Test
  void takesALocaleThatCanNameEveryFile() throws IOException, InterruptedException {
    Path root = Files.createDirectories(folder.resolve("it's [a] $HOME *"));
    Path launcher = Files.copy(Repository.root().resolve("matinee"), root.resolve("matinee"));
    Files.createFile(root.resolve("pom.xml"));
    Files.createFile(Files.createDirectories(root.resolve("cli/target")).resolve("matinee.jar"));
    Path jdk = jdk(folder.resolve("jdk-25"), "25.0.1");
    script(jdk.resolve("bin/java"), "printf '%s|' \"$LC_ALL\" \"$@\"");
    for (String locale : List.of("C", "POSIX", "")) {
      Result result =
          launch(
              launcher,
              programs(),
              Map.of(
                  "MATINEE_JAVA_HOME", jdk.toString(), "MATINEE_JDK_PLACES", "", "LC_ALL", locale),
              "import",
              "-a $b*");
      assertThat(result.output())
          .startsWith("C.UTF-8|")
          .contains("|-Dmatinee.root=" + root.toRealPath() + "|")
          .endsWith("|import|-a $b*|");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, x86_64, linux-x86_64",
    "Linux, aarch64, linux-arm64",
    "Darwin, arm64, macosx-arm64",
    "Darwin, x86_64, none",
    "FreeBSD, amd64, none"
  })
  void buildsInTheLibraryOfTheMachine(String system, String machine, String platform)
      throws IOException, InterruptedException {
    Path launcher = launcherAlone();
    Path programs = programs();
    Files.delete(programs.resolve("uname"));
    script(
        programs.resolve("uname"),
        "case $1 in -m) echo " + machine + " ;; *) echo " + system + " ;; esac");

    assertThat(asked(launcher, Map.of())).contains("-Dtensorflow.platform=" + platform + " ");
  }

  @Test
  void buildsInTheLibraryThatIsSaidAndRefusesOthers() throws IOException, InterruptedException {
    Path launcher = launcherAlone();

    assertThat(asked(launcher, Map.of("MATINEE_TENSORFLOW_PLATFORM", "linux-x86_64-gpu")))
        .contains("-Dtensorflow.platform=linux-x86_64-gpu ");
    assertThat(asked(launcher, Map.of("MATINEE_TENSORFLOW_PLATFORM", "windows-x86_64")))
        .contains("MATINEE_TENSORFLOW_PLATFORM is windows-x86_64", "macosx-arm64")
        .doesNotContain("-Dtensorflow.platform");
  }

  @Test
  void buildsAgainForAnotherLibrary() throws IOException, InterruptedException {
    Path launcher = launcherAlone();
    Path root = folder.resolve("repository");
    Files.createFile(root.resolve("pom.xml"));
    Path target = Files.createDirectories(root.resolve("cli/target"));
    Files.createFile(target.resolve("matinee.jar"));
    Files.writeString(target.resolve("matinee-built"), "none\n");

    assertThat(asked(launcher, Map.of("MATINEE_TENSORFLOW_PLATFORM", "none")))
        .doesNotContain("-Dtensorflow.platform");
    assertThat(asked(launcher, Map.of("MATINEE_TENSORFLOW_PLATFORM", "linux-arm64")))
        .contains("-Dtensorflow.platform=linux-arm64 ");
  }

  private Path launcherAlone() throws IOException {
    Path root = Files.createDirectories(folder.resolve("repository"));
    return Files.copy(Repository.root().resolve("matinee"), root.resolve("matinee"));
  }

  /** What a launcher says, and with what it has Maven build the command line. */
  private String asked(Path launcher, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path jdk = jdk(folder.resolve("jdk-25"), "25.0.1");
    Path programs = programs();
    Path asked = folder.resolve("asked");
    Files.deleteIfExists(asked);
    script(
        programs.resolve("mvn"),
        "echo Apache Maven 3.9.9\ncase $* in *package) echo \"$@\" >" + asked + "; exit 1 ;; esac");
    Map<String, String> all = new HashMap<>(environment);
    all.put("MATINEE_JAVA_HOME", jdk.toString());
    all.put("MATINEE_JDK_PLACES", "");
    String said = launch(launcher, programs, all, "status").output();
    return said + (Files.exists(asked) ? Files.readString(asked) : "");
  }

  /** Builds the command line with a Maven that does something and is cut off. */
  private Result build(Path launcher, String done) throws IOException, InterruptedException {
    Path jdk = jdk(folder.resolve("jdk-25"), "25.0.1");
    Path programs = programs();
    String version = "echo Apache Maven 3.9.9\n";
    script(
        programs.resolve("mvn"), version + "case $* in *package) " + done + "; exit 143 ;; esac");
    return launch(
        launcher,
        programs,
        Map.of("MATINEE_JAVA_HOME", jdk.toString(), "MATINEE_JDK_PLACES", ""),
        "status");
  }

  private Map<String, String> noJdk() {
    return Map.of("MATINEE_JDK_PLACES", folder.resolve("nowhere").toString());
  }

  private Path programs() throws IOException {
    Path programs = Files.createDirectories(folder.resolve("bin"));
    for (String program : PROGRAMS) {
      for (String place : List.of("/bin", "/usr/bin")) {
        Path found = Path.of(place, program);
        if (Files.isExecutable(found) && Files.notExists(programs.resolve(program))) {
          Files.createSymbolicLink(programs.resolve(program), found);
        }
      }
    }
    return programs;
  }

  private static Path jdk(Path home, String version) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(home.resolve("bin").resolve("java"), "exit 0");
    script(home.resolve("bin").resolve("javac"), "exit 0");
    return home;
  }

  private static void script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Result launch(
      Path launcher, Path programs, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(launcher.toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().clear();
    builder.environment().put("PATH", programs.toString());
    builder.environment().put("HOME", folder.toString());
    builder.environment().putAll(environment);
    Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  private record Result(int exitCode, String output) {}
}
