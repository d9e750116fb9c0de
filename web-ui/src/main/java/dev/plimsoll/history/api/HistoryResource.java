/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.api;

import dev.plimsoll.history.stream.History;
import dev.plimsoll.history.stream.SessionList;
import dev.plimsoll.platform.problem.Problem;
import dev.plimsoll.platform.problem.ProblemException;
import dev.plimsoll.platform.security.Caller;
import dev.plimsoll.platform.security.Role;
import dev.plimsoll.schemas.history.SessionSummary;
import dev.plimsoll.schemas.shared.SessionProfile;
import dev.plimsoll.schemas.topics.SessionKey;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The session list and the pages of a session's history. */
@Path("/api/sessions")
@Tag(name = "History")
@RolesAllowed(Role.OPERATOR_NAME)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class HistoryResource {
  private final History history;
  private final SessionList sessions;
  private final EntryViews views;
  private final SecurityIdentity identity;

  HistoryResource(
      History history, SessionList sessions, EntryViews views, SecurityIdentity identity) {
    this.history = history;
    this.sessions = sessions;
    this.views = views;
    this.identity = identity;
  }

  /** What a list shows; texts match as a part, whatever the case. */
  public static class Filter {
    @QueryParam("channel")
    @Nullable String channel;

    @QueryParam("agent")
    @Nullable String agent;

    @QueryParam("user")
    @Nullable String user;

    @QueryParam("q")
    @Nullable String q;

    boolean matches(SessionKey session, SessionSummary row) {
      SessionProfile profile = row.getProfile();
      return same(channel, profile.getChannel())
          && same(agent, profile.getAgent())
          && same(user, profile.getUser())
          && contains(session.session(), profile, row.getPreview());
    }

    private boolean contains(String id, SessionProfile profile, @Nullable String preview) {
      if (q == null || q.isBlank()) {
        return true;
      }
      String wanted = q.strip().toLowerCase(Locale.ROOT);
      return Stream.of(id, profile.getTitle(), profile.getAgent(), profile.getUser(), preview)
          .filter(Objects::nonNull)
          .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static boolean same(@Nullable String wanted, @Nullable String actual) {
      return wanted == null || wanted.isBlank() || wanted.equalsIgnoreCase(actual);
    }
  }

  /** Sessions, newest activity first. */
  @GET
  @Operation(summary = "The session list, newest activity first")
  public SessionListView list(
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor,
      @BeanParam Filter filter) {
    String tenant = Caller.of(identity).tenant();
    SessionList.Page page =
        sessions.page(tenant, Cursor.decode(tenant, cursor), PageLimit.of(limit), filter::matches);
    return new SessionListView(
        page.rows().stream()
            .map(row -> SummaryView.of(row.key().session(), row.summary()))
            .toList(),
        Cursor.encode(page.next()));
  }

  /** One session of the list. */
  @GET
  @Path("{id}")
  @Operation(summary = "A session of the list")
  public SummaryView session(String id) {
    return sessions
        .find(key(id))
        .map(summary -> SummaryView.of(id, summary))
        .orElseThrow(() -> unknownSession(id));
  }

  /** A page: the newest, or before, after or around a sequence. */
  @GET
  @Path("{id}/entries")
  @Operation(summary = "A page of the history, at the same cost at any depth")
  public PageView entries(
      String id,
      @QueryParam("before") @Nullable Long before,
      @QueryParam("after") @Nullable Long after,
      @QueryParam("around") @Nullable Long around,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("minSeq") long minSeq) {
    SessionKey session = key(id);
    if (Stream.of(before, after, around).filter(Objects::nonNull).count() > 1) {
      throw new ProblemException(
          Problem.invalid("before", "Expected one of before, after, around, but got several"));
    }
    int size = PageLimit.of(limit);
    history.await(session, minSeq);
    History.Page page;
    if (before != null) {
      page = history.before(session, before, size);
    } else if (after != null) {
      page = history.after(session, after, size);
    } else if (around != null) {
      page = history.around(session, around, size);
    } else {
      page = history.newest(session, size);
    }
    long lastSeq = history.lastSeq(session);
    if (lastSeq == 0) {
      throw unknownSession(id);
    }
    return new PageView(views.previews(page.events()), page.hasBefore(), page.hasAfter(), lastSeq);
  }

  /** One event with its whole inline text. */
  @GET
  @Path("{id}/entries/{seq}")
  @Operation(summary = "An event of the history with its whole inline text")
  public EntryView entry(String id, long seq) {
    return history
        .find(key(id), Math.max(0, seq))
        .map(views::whole)
        .orElseThrow(() ->
            new ProblemException(
                Problem.of(404, "unknown_entry", "Expected a known seq, but got another")));
  }

  private SessionKey key(String id) {
    if (!SessionKey.isId(id)) {
      throw new ProblemException(
          Problem.invalid(
              "session", "Expected an id of 1-256 of [A-Za-z0-9._:@+=~#-], but got another"));
    }
    return new SessionKey(Caller.of(identity).tenant(), id);
  }

  private static ProblemException unknownSession(String id) {
    return new ProblemException(
        Problem.of(404, "unknown_session", "Expected a known session, but there is no " + id));
  }
}
