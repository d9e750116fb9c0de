/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryProcessIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path temp;

  @Test
  void shouldHaveTheSameIdsAfterItsOwnDeath() throws Exception {
    // given
    try (DataDirectory data = DataDirectory.open(temp, "test");
        EmbeddedBroker broker = EmbeddedBroker.prepare(data);
        RegistryProcess registry = start(data, broker)) {
      broker.start();
      registry.awaitReady(PATIENCE);
      SchemaClient schemas = new SchemaClient(registry.url());
      String first = schemas.register("a", "First");
      String second = schemas.register("a", "Second");
      ProcessHandle killed = registry.process().orElseThrow();

      // when
      killed.destroyForcibly();
      await().atMost(PATIENCE).until(() -> !killed.isAlive());
      registry.awaitReady(PATIENCE);

      // then
      assertThat(registry.process()).isPresent().get().isNotEqualTo(killed);
      assertThat(schemas.register("a", "First")).isEqualTo(first).isNotEqualTo(second);
      assertThat(schemas.byId(number(first))).contains("First");
    }
  }

  @Test
  void shouldDieWithItsParentAndKnowItsSchemasAtTheNextStart() throws Exception {
    // given
    String id;
    ProcessHandle orphan;
    try (ChildJvm parent = ChildJvm.start(RegistryMain.class, temp)) {
      id = new SchemaClient(parent.await("URL")).register("b", "Kept");
      orphan = ProcessHandle.of(Long.parseLong(parent.await("PID"))).orElseThrow();

      // when
      parent.kill();
    }

    // then
    await().atMost(Duration.ofSeconds(10)).until(() -> !orphan.isAlive());
    try (DataDirectory data = DataDirectory.open(temp, "test");
        EmbeddedBroker broker = EmbeddedBroker.prepare(data);
        RegistryProcess registry = start(data, broker)) {
      broker.start();
      registry.awaitReady(PATIENCE);
      SchemaClient schemas = new SchemaClient(registry.url());
      assertThat(schemas.byId(number(id))).contains("Kept");
      assertThat(schemas.register("b", "Kept")).isEqualTo(id);
    }
  }

  @Test
  void shouldKeepTheSecretOutOfTheProcessListAndLeaveNothingBehind() throws Exception {
    // given
    try (DataDirectory data = DataDirectory.open(temp, "test");
        EmbeddedBroker broker = EmbeddedBroker.prepare(data)) {
      ProcessHandle process;

      // when
      try (RegistryProcess registry = start(data, broker)) {
        await().atMost(PATIENCE).until(() -> registry.process().isPresent());
        process = registry.process().orElseThrow();

        // then
        assertThat(process.info().arguments().orElseThrow())
            .anyMatch(argument -> argument.startsWith("@"))
            .noneMatch(argument -> argument.contains(data.secret("broker-services")));
        Path settings = data.registry().resolve("config/application.properties");
        assertThat(settings).content().contains(data.secret("broker-services"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings)))
            .isEqualTo("rw-------");
      }
      assertThat(process.isAlive()).isFalse();
    }
  }

  private static RegistryProcess start(DataDirectory data, EmbeddedBroker broker) {
    Path application = Path.of(System.getProperty("plimsoll.registry.application"));
    return RegistryProcess.start(data, application, broker.bootstrap(), broker.clientProperties());
  }

  private static String number(String answer) {
    return answer.replaceAll("\\D", "");
  }
}
