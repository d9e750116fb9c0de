/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.api;

import dev.plimsoll.domain.kernel.Rejection;
import dev.plimsoll.domain.session.EntryRules;
import dev.plimsoll.domain.session.content.Offloaded;
import dev.plimsoll.domain.session.content.Offloading;
import dev.plimsoll.domain.session.content.RawEntry;
import dev.plimsoll.domain.tokens.TokenCounter;
import dev.plimsoll.platform.problem.Problem;
import dev.plimsoll.platform.problem.ProblemException;
import dev.plimsoll.schemas.session.Blob;
import dev.plimsoll.schemas.shared.Entry;
import dev.plimsoll.schemas.shared.EntrySubmission;
import dev.plimsoll.schemas.shared.Hash128;
import dev.plimsoll.schemas.shared.TranscriptLine;
import dev.plimsoll.schemas.topics.SessionKey;
import dev.plimsoll.session.blob.Blobs;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What happens to entries at the edge, once, before their command: large contents are offloaded,
 * tokens are counted, the rules are checked.
 */
@ApplicationScoped
public class Ingest {
  private final Blobs blobs;
  private final CompletableFuture<TokenCounter> tokens =
      CompletableFuture.supplyAsync(TokenCounter::load);

  Ingest(Blobs blobs) {
    this.blobs = blobs;
  }

  /** Begins to load the encoding, which takes seconds, with the process. */
  void onStart(@Observes StartupEvent event) {}

  /** Whether the encoding is loaded. */
  public boolean isReady() {
    return tokens.isDone();
  }

  /**
   * An entry of a request.
   *
   * @param at where it stands in the request, for the fields that are named
   * @param payload hash of what the client sent
   * @param source where an imported entry comes from
   */
  record Item(String at, RawEntry entry, Hash128 payload, @Nullable TranscriptLine source) {}

  /**
   * Makes submissions of entries.
   *
   * @return completes when the contents that were offloaded are durable
   */
  CompletableFuture<List<EntrySubmission>> prepare(SessionKey session, List<Item> items) {
    List<EntrySubmission> submissions = new ArrayList<>(items.size());
    List<Blob> contents = new ArrayList<>();
    for (Item item : items) {
      Offloaded offloaded = Offloading.of(item.entry());
      EntryRules.check(offloaded.entry()).ifPresent(fault -> refuse(item.at(), fault));
      contents.addAll(offloaded.blobs());
      submissions.add(
          new EntrySubmission(counted(offloaded.entry()), item.payload(), item.source()));
    }
    return blobs.store(session, contents).thenApply(stored -> submissions);
  }

  private Entry counted(Entry entry) {
    return new Entry(
        entry.getId(),
        entry.getRole(),
        entry.getContent(),
        entry.getToolCalls(),
        entry.getToolResult(),
        entry.getAuthor(),
        entry.getModel(),
        entry.getUsage(),
        entry.getRun(),
        entry.getPinned(),
        entry.getOccurredAt(),
        tokens.join().count(entry),
        entry.getRawBytes());
  }

  private static void refuse(String at, Rejection fault) {
    throw new ProblemException(
        Problem.of(400, fault.code(), fault.message())
            .with("field", (at.isEmpty() ? "" : at + ".") + fault.field()));
  }
}
