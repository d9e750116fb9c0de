/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.load;

import dev.plimsoll.schemas.topics.SessionKey;
import dev.plimsoll.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.producer.Producer;

/**
 * Append commands through the command topic, from the first send until every event can be read.
 * Texts are made before the clock starts; counting tokens and encoding are on the clock, as they
 * are the edge's work.
 */
public final class CommandLoad {
  private static final int TEXT_CHARS = 1024;

  private final KafkaClients clients;
  private final Commands commands;
  private final Texts texts;
  private final List<SessionKey> sessions;
  private final String prefix;

  /**
   * A load over some sessions of its own, the same in every run.
   *
   * @param prefix of the sessions' ids
   */
  public CommandLoad(
      KafkaClients clients, String tenant, String prefix, int sessions, Texts texts) {
    this.clients = clients;
    this.commands = new Commands(clients.local());
    this.texts = texts;
    this.prefix = prefix;
    this.sessions = new ArrayList<>(sessions);
    for (int i = 0; i < sessions; i++) {
      this.sessions.add(new SessionKey(tenant, prefix + i));
    }
  }

  /**
   * Appends entries, one a command, session after session.
   *
   * @param tokens counts a text, or answers 0
   * @return commands a second
   */
  public double appendOneByOne(int entries, ToLongFunction<String> tokens) {
    List<String> contents = contents(entries);
    try (EventCounter events = new EventCounter(clients, keyPrefix());
        Producer<byte[], byte[]> producer = clients.producer()) {
      producer.partitionsFor(Topics.SESSION_COMMANDS.name());
      Acks acks = new Acks();
      long start = System.nanoTime();
      for (int i = 0; i < entries; i++) {
        String text = contents.get(i);
        acks.send(
            producer,
            commands.append(
                sessions.get(i % sessions.size()), List.of(text), tokens.applyAsLong(text)));
      }
      acks.await(producer);
      return perSecond(entries, events.await(entries) - start);
    }
  }

  /** Fills the first session, many entries a command; returns when all can be read. */
  public void fill(int entries, int entriesPerCommand) {
    try (EventCounter events = new EventCounter(clients, keyPrefix());
        Producer<byte[], byte[]> producer = clients.producer()) {
      Acks acks = new Acks();
      for (int left = entries; left > 0; left -= entriesPerCommand) {
        List<String> contents = contents(Math.min(left, entriesPerCommand));
        acks.send(producer, commands.append(sessions.getFirst(), contents, 0));
      }
      acks.await(producer);
      events.await(entries);
    }
  }

  static double perSecond(long count, long nanos) {
    return count * (double) TimeUnit.SECONDS.toNanos(1) / nanos;
  }

  private String keyPrefix() {
    return sessions.getFirst().tenant() + "/" + prefix;
  }

  private List<String> contents(int count) {
    List<String> contents = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      contents.add(texts.next(TEXT_CHARS));
    }
    return contents;
  }
}
