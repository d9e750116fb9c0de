/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script, in a project of its own whose JDK, Maven and Node are small scripts. */
class LauncherIT {

  private static final String NO_BUILD = "";
  private static final String MAKE_JAR =
      "mkdir -p standalone/target/quarkus-app && : > standalone/target/quarkus-app/quarkus-run.jar";
  private static final String FIRST_BUILD = "Building Plimsoll";

  @TempDir Path temp;
  private Path project;
  private Path tools;
  private Path nothing;

  record Outcome(int status, String out, String err) {}

  @BeforeEach
  void makeProject() throws IOException {
    project = Files.createDirectories(temp.resolve("my projects/plimsoll"));
    tools = Files.createDirectories(temp.resolve("tools"));
    nothing = Files.createDirectories(temp.resolve("nothing"));
    Path launcher = Path.of(System.getProperty("plimsoll.root")).resolve("plimsoll");
    Files.copy(launcher, project.resolve("plimsoll"));
    makeExecutable(project.resolve("plimsoll"));
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    Files.createDirectories(project.resolve("standalone/src/main"));
    Files.writeString(project.resolve("standalone/pom.xml"), "<project/>");
    Files.writeString(project.resolve("standalone/src/main/A.java"), "class A {}");
    Path jdk = temp.resolve("jdks/jdk-25");
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
    script(jdk.resolve("bin/javac"), "");
    script(jdk.resolve("bin/java"), "pwd; for a in \"$@\"; do echo \"[$a]\"; done; exit 7");
    script(tools.resolve("node"), "echo v22.1.0");
    script(tools.resolve("npm"), "");
    maven(MAKE_JAR);
  }

  @Test
  void shouldHelpWithoutAnyOtherProgram() throws Exception {
    // given
    Map<String, String> bare = Map.of("PATH", nothing.toString());

    // when
    Outcome outcome = run(bare, project, "--help");

    // then
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("Usage: ./plimsoll COMMAND", "import FILE...");
  }

  @Test
  void shouldRefuseAnUnknownCommandWithOneLine() throws Exception {
    // when
    Outcome outcome = run(environment(), project, "frobnicate");

    // then
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("but got 'frobnicate'").hasLineCount(1);
  }

  @Test
  void shouldSayHowToGetAJdkWhenThereIsNone() throws Exception {
    // given
    Map<String, String> bare =
        Map.of(
            "PATH", nothing.toString(),
            "HOME", nothing.toString(),
            "PLIMSOLL_JVM_DIR", nothing.toString());

    // when
    Outcome outcome = run(bare, project, "up");

    // then
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("Expected a JDK 21 or newer", "apt").hasLineCount(1);
  }

  @Test
  void shouldSayWhichNodeIsTooOld() throws Exception {
    // given
    script(tools.resolve("node"), "echo v18.19.0");

    // when
    Outcome outcome = run(environment(), project, "up");

    // then
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("Expected Node 20.19.0", "found 18.19.0").hasLineCount(1);
  }

  @Test
  void shouldPassArgumentsDirectoryAndStatusThrough() throws Exception {
    // given
    Path link = Files.createSymbolicLink(temp.resolve("linked"), project.resolve("plimsoll"));

    // when
    Outcome outcome =
        execute(environment(), nothing, link.toString(), "import", "my chat.jsonl", "--json");

    // then
    assertThat(outcome.status()).isEqualTo(7);
    assertThat(outcome.out())
        .startsWith(nothing.toRealPath().toString())
        .contains("[import]\n[my chat.jsonl]\n[--json]")
        .contains(project.toRealPath() + "/standalone/target/quarkus-app/quarkus-run.jar]");
  }

  @Test
  void shouldBuildOnlyWhenASourceChanged() throws Exception {
    // given
    Outcome first = run(environment(), project, "status");
    Outcome unchanged = run(environment(), project, "status");

    // when
    Files.writeString(project.resolve("standalone/src/main/A.java"), "class B {}");
    Outcome changed = run(environment(), project, "status");

    // then
    assertThat(first.err()).startsWith(FIRST_BUILD);
    assertThat(unchanged.err()).isEqualTo(NO_BUILD);
    assertThat(changed.err()).startsWith(FIRST_BUILD);
  }

  @Test
  void shouldShowWhyABuildFailedAndBuildAgain() throws Exception {
    // given
    maven("echo '[ERROR] A.java:1 broken'; exit 1");
    Outcome failed = run(environment(), project, "status");
    maven(MAKE_JAR);

    // when
    Outcome again = run(environment(), project, "status");

    // then
    assertThat(failed.status()).isEqualTo(2);
    assertThat(failed.err()).contains("A.java:1 broken", "build.log");
    assertThat(again.err()).startsWith(FIRST_BUILD);
    assertThat(again.status()).isEqualTo(7);
  }

  @Test
  void shouldBuildOnceForTwoAtATime() throws Exception {
    // given
    Path builds = temp.resolve("builds");
    Path mayEnd = temp.resolve("may-end");
    maven(
        "echo built >> \"%s\"; until [ -e \"%s\" ]; do sleep 0.05; done; %s"
            .formatted(builds, mayEnd, MAKE_JAR));
    Process first = begin(environment(), project, "./plimsoll", "status");
    await().until(() -> Files.exists(builds));

    // when
    Process second = begin(environment(), project, "./plimsoll", "status");
    String said = second.errorReader(UTF_8).readLine();
    Files.createFile(mayEnd);

    // then
    assertThat(said).isEqualTo("Waiting for another build ...");
    assertThat(List.of(finish(first).status(), finish(second).status())).containsOnly(7);
    assertThat(builds).content().isEqualTo("built\n");
    assertThat(project.resolve(".build-lock")).doesNotExist();
  }

  @Test
  void shouldEndTheBuildWhenItIsStopped() throws Exception {
    // given
    Path pid = temp.resolve("pid");
    maven("echo $$ > \"%1$s.new\"; mv \"%1$s.new\" \"%1$s\"; exec sleep 60".formatted(pid));
    Process launcher = begin(environment(), project, "./plimsoll", "status");
    await().until(() -> Files.exists(pid));
    var maven = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));

    // when
    launcher.toHandle().destroy();

    // then
    assertThat(finish(launcher).status()).isEqualTo(143);
    await().until(() -> maven.isEmpty() || !maven.get().isAlive());
    assertThat(project.resolve(".build-lock")).doesNotExist();
    assertThat(project.resolve("standalone/target/stamp")).doesNotExist();
  }

  @Test
  void shouldTakeOverTheLockOfADeadBuild() throws Exception {
    // given
    Files.createDirectory(project.resolve(".build-lock"));
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.writeString(project.resolve(".build-lock/pid"), dead.pid() + "\n");

    // when
    Outcome outcome = run(environment(), project, "status");

    // then
    assertThat(outcome.status()).isEqualTo(7);
    assertThat(outcome.err()).startsWith(FIRST_BUILD);
  }

  @Test
  void shouldGiveMavensStatusAndArgumentsInATestRun() throws Exception {
    // given
    maven("echo \"maven $*\"; exit 3");

    // when
    Outcome outcome = run(environment(), project, "test", "-pl", "domain");

    // then
    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.out()).contains("clean verify -pl domain");
  }

  private Map<String, String> environment() {
    return Map.of(
        "PATH", tools + File.pathSeparator + "/usr/bin:/bin",
        "HOME", nothing.toString(),
        "JAVA_HOME", temp.resolve("jdks/jdk-25").toString());
  }

  private Outcome run(Map<String, String> environment, Path directory, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of("./plimsoll"));
    command.addAll(List.of(arguments));
    return execute(environment, directory, command.toArray(String[]::new));
  }

  private Outcome execute(Map<String, String> environment, Path directory, String... command)
      throws Exception {
    return finish(begin(environment, directory, command));
  }

  private static Process begin(Map<String, String> environment, Path directory, String... command)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Outcome finish(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return new Outcome(process.waitFor(), out, err);
  }

  private void maven(String body) throws IOException {
    script(
        tools.resolve("mvn"), "[ \"$1\" = -v ] && { echo 'Apache Maven 3.9.9'; exit 0; }\n" + body);
  }

  private static void script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    makeExecutable(file);
  }

  private static void makeExecutable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
