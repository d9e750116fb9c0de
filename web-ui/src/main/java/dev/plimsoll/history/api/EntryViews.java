/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.api;

import dev.plimsoll.domain.session.content.Wording;
import dev.plimsoll.history.api.EntryView.AuthorView;
import dev.plimsoll.history.api.EntryView.BlobView;
import dev.plimsoll.history.api.EntryView.CallView;
import dev.plimsoll.history.api.EntryView.UsageView;
import dev.plimsoll.history.stream.History;
import dev.plimsoll.platform.kafka.KafkaConnection;
import dev.plimsoll.schemas.serde.AvroSerde;
import dev.plimsoll.schemas.session.event.ContextCleared;
import dev.plimsoll.schemas.session.event.EntryAppended;
import dev.plimsoll.schemas.session.event.EntryImported;
import dev.plimsoll.schemas.session.event.SessionCreated;
import dev.plimsoll.schemas.session.event.SessionUpdated;
import dev.plimsoll.schemas.shared.Author;
import dev.plimsoll.schemas.shared.BlobStub;
import dev.plimsoll.schemas.shared.Entry;
import dev.plimsoll.schemas.shared.EventMeta;
import dev.plimsoll.schemas.shared.SessionProfile;
import dev.plimsoll.schemas.shared.ToolCall;
import dev.plimsoll.schemas.shared.ToolResult;
import dev.plimsoll.schemas.shared.Usage;
import dev.plimsoll.schemas.topics.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** From stored events to what a page shows. */
@ApplicationScoped
public class EntryViews {
  /** A row of a list is at most 4 KB; so much of it is for what clients wrote. */
  private static final int PREVIEW_BYTES = 4096 - 750;

  private static final int NAME_BYTES = 100;
  private static final int ID_BYTES = 256;
  private static final int CALL_BYTES = 60;
  private static final int ARGUMENTS_BYTES = 300;
  private static final int BLOB_BYTES = 70;

  /** Text yields so much to the blobs and the calls of its entry, half each. */
  private static final int ATTACHMENT_BYTES = 1200;

  private final AvroSerde<SpecificRecord> serde;

  @Inject
  EntryViews(KafkaConnection kafka) {
    this(kafka.serde(SpecificRecord.class));
  }

  EntryViews(AvroSerde<SpecificRecord> serde) {
    this.serde = serde;
  }

  /** Views for a list: texts are previews. */
  List<EntryView> previews(List<History.Stored> events) {
    return events.stream().map(event -> view(event, PREVIEW_BYTES)).toList();
  }

  /** The view of one event with its whole inline text. */
  EntryView whole(History.Stored event) {
    return view(event, Integer.MAX_VALUE);
  }

  private EntryView view(History.Stored stored, int bytes) {
    SpecificRecord event;
    try {
      event = serde.deserializer().deserialize(Topics.SESSION_EVENTS.name(), stored.value());
    } catch (SerializationException e) {
      return unknown(stored.seq());
    }
    Room room = new Room(bytes);
    return switch (event) {
      case SessionCreated e -> profile("SessionCreated", e.getMeta(), e.getProfile(), room);
      case SessionUpdated e -> profile("SessionUpdated", e.getMeta(), e.getProfile(), room);
      case EntryAppended e -> entry("EntryAppended", e.getMeta(), e.getEntry(), room);
      case EntryImported e -> entry("EntryImported", e.getMeta(), e.getEntry(), room);
      case ContextCleared e -> bare(e.getMeta().getSeq(), "ContextCleared", e.getMeta(), "");
      case null, default -> unknown(stored.seq());
    };
  }

  private static EntryView entry(String type, EventMeta meta, Entry entry, Room room) {
    ToolResult result = entry.getToolResult();
    Usage usage = entry.getUsage();
    String id = room.take(entry.getId(), ID_BYTES);
    AuthorView author = author(entry.getAuthor(), room);
    String model = room.takeIfThere(entry.getModel(), NAME_BYTES);
    String run = room.takeIfThere(entry.getRun(), NAME_BYTES);
    String callId = result == null ? null : room.take(result.getCallId(), ID_BYTES);
    String toolName = result == null ? null : room.takeIfThere(result.getToolName(), NAME_BYTES);
    boolean attached = room.reserve(ATTACHMENT_BYTES);
    String words = entry.getContent().stream().map(Wording::of).collect(Collectors.joining("\n"));
    String text = room.take(words, Integer.MAX_VALUE);
    room.release(attached ? ATTACHMENT_BYTES / 2 : 0);
    List<BlobView> blobs = blobs(entry, room);
    room.release(attached ? ATTACHMENT_BYTES / 2 : 0);
    List<CallView> calls = calls(entry, room);
    return new EntryView(
        meta.getSeq(),
        type,
        meta.getRecordedAt(),
        entry.getOccurredAt(),
        id,
        entry.getRole().name().toLowerCase(Locale.ROOT),
        author,
        text,
        room.isCut(),
        entry.getRawBytes(),
        entry.getTokens(),
        model,
        usage == null
            ? null
            : new UsageView(
                usage.getInput(), usage.getOutput(), usage.getCacheRead(), usage.getCacheWrite()),
        calls,
        callId,
        toolName,
        result != null && result.getIsError(),
        blobs,
        entry.getPinned(),
        run);
  }

  private static @Nullable AuthorView author(@Nullable Author author, Room room) {
    return author == null
        ? null
        : new AuthorView(
            room.takeIfThere(author.getId(), NAME_BYTES),
            room.takeIfThere(author.getName(), NAME_BYTES));
  }

  private static List<CallView> calls(Entry entry, Room room) {
    List<CallView> calls = new ArrayList<>();
    for (ToolCall call : entry.getToolCalls()) {
      if (!room.reserve(CALL_BYTES)) {
        break;
      }
      String id = room.take(call.getId(), ID_BYTES);
      String name = room.take(call.getName(), NAME_BYTES);
      String arguments = Wording.ofArguments(call);
      String shown = room.take(arguments, ARGUMENTS_BYTES);
      calls.add(
          new CallView(
              id, name, shown, shown.length() < arguments.length() || call.getStub() != null));
    }
    return calls;
  }

  private static List<BlobView> blobs(Entry entry, Room room) {
    Stream<BlobStub> stubs =
        Stream.concat(
            entry.getContent().stream().map(block -> block.getStub()),
            entry.getToolCalls().stream().map(call -> call.getStub()));
    return stubs
        .filter(Objects::nonNull)
        .takeWhile(stub -> room.reserve(BLOB_BYTES))
        .map(stub ->
            new BlobView(
                room.take(stub.getDigest(), ID_BYTES),
                stub.getBytes(),
                room.take(stub.getMediaType(), NAME_BYTES)))
        .toList();
  }

  private static EntryView profile(String type, EventMeta meta, SessionProfile profile, Room room) {
    String text =
        Stream.of(
                labelled("title", profile.getTitle()),
                labelled("agent", profile.getAgent()),
                labelled("channel", profile.getChannel()),
                labelled("user", profile.getUser()))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return bare(meta.getSeq(), type, meta, room.take(text, Integer.MAX_VALUE));
  }

  private static String labelled(String label, @Nullable String value) {
    return value == null ? "" : label + " " + value;
  }

  private static EntryView unknown(long seq) {
    return bare(seq, "Unknown", null, "");
  }

  private static EntryView bare(long seq, String type, @Nullable EventMeta meta, String text) {
    return new EntryView(
        seq,
        type,
        meta == null ? null : meta.getRecordedAt(),
        null,
        null,
        null,
        null,
        text,
        false,
        0,
        0,
        null,
        null,
        List.of(),
        null,
        null,
        false,
        List.of(),
        false,
        null);
  }
}
