/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.standalone.TestPorts;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line, against an installation that runs and where none can. */
class CommandLineIT {
  @TempDir static Path shared;
  private static Installation installation;

  @TempDir Path temp;

  @BeforeAll
  static void start() throws Exception {
    installation = Installation.startedIn(shared);
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void shouldRefuseATakenPortInOneLine() throws Exception {
    // given
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {

      // when
      CommandLineRun run = up(temp.resolve("data"), taken.getLocalPort());

      // then
      assertRefusal(run, "Expected port " + taken.getLocalPort());
      assertThat(temp.resolve("data")).doesNotExist();
    }
  }

  @Test
  void shouldRefuseALockedDirectoryInOneLine() throws Exception {
    // when
    CommandLineRun run = up(installation.data(), TestPorts.pick());

    // then
    assertRefusal(run, "Expected " + installation.data() + " to be free");
    assertThat(run.err()).contains("--data");
    assertThat(installation.run("status").status()).isZero();
  }

  @Test
  void shouldRefuseADirectoryOfAnotherFormatInOneLine() throws Exception {
    // given
    Files.writeString(temp.resolve("format"), "of another version\n");

    // when
    CommandLineRun run = up(temp, TestPorts.pick());

    // then
    assertRefusal(run, "of another version");
    assertThat(Files.readString(temp.resolve("format"))).isEqualTo("of another version\n");
  }

  @Test
  void shouldRefuseADirectoryWithFilesOfSomebodyElseInOneLine() throws Exception {
    // given
    Files.writeString(temp.resolve("thesis.txt"), "years of work");

    // when
    CommandLineRun run = up(temp, TestPorts.pick());

    // then
    assertRefusal(run, "thesis.txt");
  }

  @Test
  void shouldReportTheStatusForPrograms() throws Exception {
    // when
    CommandLineRun run = installation.run("status", "--json");

    // then
    assertThat(run.status()).isZero();
    JsonNode status = run.json();
    assertThat(status.path("server").asText()).isEqualTo(installation.address().toString());
    assertThat(status.path("ready").booleanValue()).isTrue();
    assertThat(status.path("checks"))
        .isNotEmpty()
        .allSatisfy(check -> assertThat(check.path("status").asText()).isEqualTo("UP"));
    assertThat(status.path("page").asText()).startsWith(installation.address() + "/#token=");
  }

  @Test
  void shouldReportTheStatusInWords() throws Exception {
    // when
    CommandLineRun run = installation.run("status");

    // then
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("is ready", installation.addresses().kafka(), "/#token=")
        .doesNotContain(installation.adminKey());
  }

  @Test
  void shouldManageKeys() throws Exception {
    // given
    CommandLineRun created =
        installation.run("keys", "create", "--role", "operator", "--label", "of a test", "--json");
    String id = created.json().path("id").asText();

    // when
    CommandLineRun listed = installation.run("keys", "list");
    CommandLineRun revoked = installation.run("keys", "revoke", id);

    // then
    assertThat(created.status()).isZero();
    assertThat(listed.out()).contains(id, "operator", "of a test");
    assertThat(revoked.status()).isZero();
    assertThat(installation.run("keys", "list").out()).doesNotContain(id);
    assertThat(installation.api(created.json().path("key").asText()).get("/api/me").status())
        .isEqualTo(401);
    assertOneLine(installation.run("keys", "revoke", id), "unknown_key");
  }

  @Test
  void shouldSayThatNoServerAnswers() throws Exception {
    // given
    String nowhere = "http://127.0.0.1:" + TestPorts.pick();

    // when
    CommandLineRun run = CommandLineRun.of("status", "--server", nowhere, "--key", "any");

    // then
    assertOneLine(run, "Expected a server at " + nowhere);
  }

  @Test
  void shouldSayThatAFileIsMissing() throws Exception {
    // when
    CommandLineRun run = installation.run("import", temp.resolve("none.jsonl").toString());

    // then
    assertOneLine(run, "none.jsonl");
  }

  @Test
  void shouldPrintTheVersion() throws Exception {
    // when
    CommandLineRun run = CommandLineRun.of("version");

    // then
    assertThat(run.status()).isZero();
    assertThat(run.out()).matches("plimsoll \\S+ \\(Java .*\\)\\R");
  }

  @ParameterizedTest
  @ValueSource(strings = {"up", "import", "verify", "keys", "status"})
  void shouldExplainEachCommand(String command) throws Exception {
    // when
    CommandLineRun run = CommandLineRun.of(command, "--help");

    // then
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Usage: plimsoll " + command);
  }

  @Test
  void shouldExplainItself() throws Exception {
    // when
    CommandLineRun run = CommandLineRun.of("--help");

    // then
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("up", "import", "verify", "keys", "status", "version");
  }

  private static CommandLineRun up(Path directory, int port) throws Exception {
    return CommandLineRun.of(PackagedApp.server(directory, port));
  }

  private static void assertRefusal(CommandLineRun run, String part) {
    assertOneLine(run, part);
    assertThat(run.out()).isEmpty();
  }

  private static void assertOneLine(CommandLineRun run, String part) {
    assertThat(run.err()).hasLineCount(1).startsWith("plimsoll: Expected ").contains(part);
    assertThat(run.status()).isEqualTo(2);
  }
}
