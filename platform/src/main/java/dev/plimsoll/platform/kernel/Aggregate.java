/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kernel;

import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * What the kernel asks of a kind of aggregate. One instance serves one partition, on one thread.
 *
 * @param <C> commands
 * @param <A> answers to commands, rejections included
 */
public interface Aggregate<C extends SpecificRecord, A> {

  /**
   * The key under which a command must lie.
   *
   * @throws IllegalArgumentException when the command names no valid aggregate
   */
  String keyOf(C command);

  /**
   * Decides a command; reads the stores and writes nothing. An exception is a bug: the command goes
   * to the dead letters.
   *
   * @param appendedAt append time of the command, the only clock
   */
  Verdict<A> decide(C command, Instant appendedAt);

  /**
   * What was decided.
   *
   * @param events what happened, with their keys; empty for a repetition or a rejection
   * @param answer for whoever waits
   * @param writes puts the new state into the stores; an exception stops the thread
   */
  record Verdict<A>(List<Event> events, A answer, Runnable writes) {}

  /** An event and the key of its record. */
  record Event(String key, SpecificRecord value) {}

  /** Makes the aggregate of a partition from its stores. */
  @FunctionalInterface
  interface Factory<C extends SpecificRecord, A> {

    /** Called once a task, before its first command. */
    Aggregate<C, A> create(ProcessingContext context);
  }
}
