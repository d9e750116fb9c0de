/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

  @TempDir Path temp;
  private DataDirectory data;

  @BeforeEach
  void open() {
    data = DataDirectory.open(temp, "test");
  }

  @AfterEach
  void release() {
    data.close();
  }

  @Test
  void shouldCarryRecordsOfNineMegabytes() throws Exception {
    // given
    byte[] large = new byte[9_000_000];
    new Random(1).nextBytes(large);
    try (EmbeddedBroker broker = EmbeddedBroker.prepare(data).start()) {
      TestClients clients = TestClients.of(broker);
      clients.createTopic("large");

      // when
      clients.write("large", List.of(large));

      // then
      assertThat(clients.readAll("large")).containsExactly(large);
    }
  }

  @Test
  void shouldRefuseWhoeverHasNotTheSecret() throws Exception {
    // given
    try (EmbeddedBroker broker = EmbeddedBroker.prepare(data).start()) {
      String right = data.secret("broker-services");
      Map<String, String> wrong = new HashMap<>(broker.clientProperties());
      wrong.computeIfPresent("sasl.jaas.config", (key, value) -> value.replace(right, "guess"));
      Map<String, String> none =
          Map.of("default.api.timeout.ms", "2000", "request.timeout.ms", "1000");

      // when
      TestClients guessing = new TestClients(broker.bootstrap(), wrong);
      TestClients anonymous = new TestClients(broker.bootstrap(), none);

      // then
      assertThatThrownBy(() -> guessing.createTopic("mine"))
          .hasCauseInstanceOf(SaslAuthenticationException.class);
      assertThatThrownBy(() -> anonymous.createTopic("mine"))
          .hasCauseInstanceOf(org.apache.kafka.common.errors.TimeoutException.class);
    }
  }

  @Test
  void shouldKeepRecordsOverStartsOnOtherPorts() throws Exception {
    // given
    String before;
    try (EmbeddedBroker broker = EmbeddedBroker.prepare(data).start()) {
      before = broker.bootstrap();
      TestClients clients = TestClients.of(broker);
      clients.createTopic("kept");
      clients.write("kept", List.of("one".getBytes(UTF_8)));
    }

    // when
    try (EmbeddedBroker broker = EmbeddedBroker.prepare(data).start()) {
      // then
      assertThat(broker.bootstrap()).isNotEqualTo(before);
      assertThat(TestClients.of(broker).readAll("kept")).containsExactly("one".getBytes(UTF_8));
    }
  }

  @Test
  void shouldNameTheTakenPortWhenItCannotStart() throws IOException {
    // given
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        EmbeddedBroker broker = EmbeddedBroker.prepare(data, taken.getLocalPort(), 0)) {
      // when
      var failure = catchThrowableOfType(StandaloneException.class, broker::start);

      // then
      assertThat(failure.getMessage())
          .contains("ports " + taken.getLocalPort(), "in use")
          .hasLineCount(1);
    }
  }
}
