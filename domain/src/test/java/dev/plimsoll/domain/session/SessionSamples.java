/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.schemas.session.command.AppendEntries;
import dev.plimsoll.schemas.session.command.ClearContext;
import dev.plimsoll.schemas.session.command.CreateSession;
import dev.plimsoll.schemas.session.command.ImportEntries;
import dev.plimsoll.schemas.shared.CommandMeta;
import dev.plimsoll.schemas.shared.ContentBlock;
import dev.plimsoll.schemas.shared.Entry;
import dev.plimsoll.schemas.shared.EntrySubmission;
import dev.plimsoll.schemas.shared.EventMeta;
import dev.plimsoll.schemas.shared.Role;
import dev.plimsoll.schemas.shared.SessionProfile;
import dev.plimsoll.schemas.shared.ToolCall;
import dev.plimsoll.schemas.shared.ToolResult;
import dev.plimsoll.schemas.shared.TranscriptLine;
import dev.plimsoll.schemas.topics.SessionKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries, commands and the like, with as little in them as a test needs to name. */
public final class SessionSamples {
  /** The session that commands are for unless another is named. */
  public static final SessionKey SESSION = new SessionKey("acme", "telegram:998");

  /** A time; tests count from it. */
  public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private SessionSamples() {}

  /** What a person says. */
  public static Entry user(String id, String text) {
    return entry(id, Role.USER, List.of(text(text)), List.of(), null);
  }

  /** What a bot says, and the calls it asks for; says nothing when the text is empty. */
  public static Entry assistant(String id, String text, ToolCall... calls) {
    return entry(
        id, Role.ASSISTANT, text.isEmpty() ? List.of() : List.of(text(text)), List.of(calls), null);
  }

  /** A tool's result. */
  public static Entry toolResult(String id, String callId, String text) {
    return entry(
        id, Role.TOOL, List.of(text(text)), List.of(), new ToolResult(callId, "weather", false));
  }

  /** An entry with everything that a test cares about. */
  public static Entry entry(
      String id,
      Role role,
      List<ContentBlock> content,
      List<ToolCall> calls,
      @Nullable ToolResult result) {
    return new Entry(
        id, role, content, calls, result, null, null, null, null, false, null, 7L, 42L);
  }

  /** A text block. */
  public static ContentBlock text(String text) {
    return new ContentBlock("text", text, null, null);
  }

  /** A call of a tool. */
  public static ToolCall call(String id) {
    return new ToolCall(id, "weather", "{\"city\":\"Riga\"}", null);
  }

  /** An entry as a client submits it; the payload is what it says. */
  public static EntrySubmission submission(Entry entry) {
    return new EntrySubmission(entry, Sha256.hash128(entry.toString().getBytes(UTF_8)), null);
  }

  /** An entry as it comes out of a transcript. */
  public static EntrySubmission imported(Entry entry, long line) {
    return new EntrySubmission(
        entry,
        Sha256.hash128(entry.toString().getBytes(UTF_8)),
        new TranscriptLine("71dbb3f4", line, "line" + line, null));
  }

  /** Appends to {@link #SESSION}. */
  public static AppendEntries append(EntrySubmission... entries) {
    return append(SESSION, entries);
  }

  /** Appends to a session. */
  public static AppendEntries append(SessionKey session, EntrySubmission... entries) {
    return new AppendEntries(commandMeta(session), List.of(entries));
  }

  /** Imports into {@link #SESSION}. */
  public static ImportEntries importing(EntrySubmission... entries) {
    return new ImportEntries(commandMeta(SESSION), List.of(entries));
  }

  /** A command that clears the context. */
  public static ClearContext clear() {
    return new ClearContext(commandMeta(SESSION));
  }

  /** Creates {@link #SESSION} or gives it a profile. */
  public static CreateSession createSession(String title) {
    return new CreateSession(commandMeta(SESSION), profile(title));
  }

  /** A profile with a title. */
  public static SessionProfile profile(String title) {
    return new SessionProfile("helper", "telegram", "ada", title, List.of());
  }

  /** What a command says of itself. */
  public static CommandMeta commandMeta(SessionKey session) {
    return new CommandMeta(session.tenant(), session.session(), "c1", "flow1", null, "key1");
  }

  /** What an event of {@link #SESSION} says of itself. */
  public static EventMeta eventMeta(long seq, Instant recordedAt) {
    return eventMeta(SESSION, seq, recordedAt);
  }

  /** What an event says of itself. */
  public static EventMeta eventMeta(SessionKey session, long seq, Instant recordedAt) {
    return new EventMeta(
        session.tenant(), session.session(), seq, recordedAt, "c1", "flow1", null, "key1");
  }
}
