/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.schemas.serde.AvroSerde;
import dev.plimsoll.schemas.serde.ConfluentRegistry;
import dev.plimsoll.schemas.serde.RegistryConfig;
import dev.plimsoll.schemas.session.command.AppendEntries;
import dev.plimsoll.schemas.shared.CommandMeta;
import dev.plimsoll.schemas.shared.ContentBlock;
import dev.plimsoll.schemas.shared.Entry;
import dev.plimsoll.schemas.shared.EntrySubmission;
import dev.plimsoll.schemas.shared.Hash128;
import dev.plimsoll.schemas.shared.Role;
import dev.plimsoll.schemas.topics.SessionKey;
import dev.plimsoll.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Makes records of append commands, as the HTTP edge does. Ids are distinct in the process. */
public final class Commands {
  private static final String ISSUER = "bench";

  private final AvroSerde<SpecificRecord> serde;
  private long made;

  /** Commands with the schemas of a registry. */
  public Commands(LocalData local) {
    RegistryConfig config = RegistryConfig.from(Map.of("schema.registry.url", local.registry()));
    serde =
        new AvroSerde<>(new ConfluentRegistry(config), config.autoRegister(), SpecificRecord.class);
  }

  /**
   * The record of a command that appends texts to a session.
   *
   * @param tokens of each text, as the edge would have counted them; 0 where nobody counted
   */
  public ProducerRecord<byte[], byte[]> append(
      SessionKey session, List<String> texts, long tokens) {
    List<EntrySubmission> entries = texts.stream().map(text -> submission(text, tokens)).toList();
    CommandMeta meta =
        new CommandMeta(
            session.tenant(),
            session.session(),
            entries.getFirst().getEntry().getId(),
            UUID.randomUUID().toString(),
            null,
            ISSUER);
    String topic = Topics.SESSION_COMMANDS.name();
    return new ProducerRecord<>(
        topic,
        session.commandKey().getBytes(UTF_8),
        serde.serializer().serialize(topic, new AppendEntries(meta, entries)));
  }

  private EntrySubmission submission(String text, long tokens) {
    String id = "bench:" + Long.toString(ProcessHandle.current().pid(), 36) + ":" + made;
    byte[] hash = ByteBuffer.allocate(16).putLong(text.hashCode()).putLong(made).array();
    made++;
    Entry entry =
        new Entry(
            id,
            Role.USER,
            List.of(new ContentBlock("text", text, null, null)),
            List.of(),
            null,
            null,
            null,
            null,
            null,
            false,
            null,
            tokens,
            (long) text.length());
    return new EntrySubmission(entry, new Hash128(hash), null);
  }
}
