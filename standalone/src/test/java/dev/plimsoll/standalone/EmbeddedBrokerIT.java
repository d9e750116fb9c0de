/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

  @TempDir Path temp;

  @Test
  void shouldHaveEveryAcknowledgedRecordAfterAKill() throws Exception {
    // given
    List<byte[]> written =
        IntStream.range(0, 500).mapToObj(i -> ByteBuffer.allocate(4).putInt(i).array()).toList();
    try (ChildJvm child = ChildJvm.start(BrokerMain.class, temp)) {
      TestClients clients = clients(child);
      clients.createTopic("kept");
      clients.write("kept", written);
      child.kill();
    }

    // when
    try (DataDirectory data = DataDirectory.open(temp, "test");
        EmbeddedBroker broker = EmbeddedBroker.prepare(data).start()) {
      // then
      assertThat(TestClients.of(broker).readAll("kept")).containsExactlyElementsOf(written);
    }
  }

  @Test
  void shouldSayOneLineWhenTheDiskIsGone() throws Exception {
    // given
    try (ChildJvm child = ChildJvm.start(BrokerMain.class, temp)) {
      TestClients clients = clients(child);
      deleteAll(temp.resolve("broker/data"));

      // when
      clients.createTopic("lost");

      // then
      assertThat(child.await("FATAL")).contains("Check the free space");
      assertThat(child.awaitExit()).isNotZero();
    }
  }

  private static TestClients clients(ChildJvm child) throws IOException {
    String bootstrap = child.await("BOOTSTRAP");
    BrokerSettings settings =
        new BrokerSettings(Path.of("unused"), 0, 0, "", child.await("SECRET"));
    return new TestClients(bootstrap, settings.clientProperties());
  }

  private static void deleteAll(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
