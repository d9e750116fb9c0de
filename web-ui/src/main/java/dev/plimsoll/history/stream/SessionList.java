/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.schemas.history.SessionSummary;
import dev.plimsoll.schemas.topics.SessionKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BiPredicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/** The sessions of a tenant, newest activity first, over all partitions of this instance. */
@ApplicationScoped
public class SessionList {
  /** Sessions that one page looks at; a filter that matches few ends a page early. */
  private static final int MAX_LOOKED_AT = 5_000;

  private final HistoryStores stores;

  SessionList(HistoryStores stores) {
    this.stores = stores;
  }

  /** A row. */
  public record Row(ActivityKey key, SessionSummary summary) {}

  /**
   * A page.
   *
   * @param next where the next page begins: the last row that was looked at; null at the end
   */
  public record Page(List<Row> rows, @Nullable ActivityKey next) {}

  /** One session's row. */
  public Optional<SessionSummary> find(SessionKey session) {
    return Optional.ofNullable(
            stores
                .store(HistoryTopology.SUMMARIES, session.partition(stores.partitions()))
                .get(Bytes.wrap(session.commandKey().getBytes(UTF_8))))
        .map(HistoryProcessor.SUMMARY_FORMAT::decode);
  }

  /**
   * A page of sessions.
   *
   * @param after the row before the page, or null for the first page
   * @param filter what to show
   */
  public Page page(
      String tenant,
      @Nullable ActivityKey after,
      int limit,
      BiPredicate<SessionKey, SessionSummary> filter) {
    PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::key));
    try {
      for (int partition = 0; partition < stores.partitions(); partition++) {
        open(tenant, after, partition).ifPresent(heads::add);
      }
      return merge(heads, limit, filter);
    } finally {
      heads.forEach(head -> head.rows().close());
    }
  }

  private record Head(ActivityKey key, KeyValueIterator<Bytes, byte[]> rows) {}

  private Optional<Head> open(String tenant, @Nullable ActivityKey after, int partition) {
    Bytes from = after == null ? ActivityKey.first(tenant) : after.toBytes();
    KeyValueIterator<Bytes, byte[]> rows =
        stores.store(HistoryTopology.ACTIVITY, partition).range(from, ActivityKey.last(tenant));
    Optional<Head> head = next(rows);
    return head.isPresent() && head.get().key().equals(after) ? next(rows) : head;
  }

  private static Optional<Head> next(KeyValueIterator<Bytes, byte[]> rows) {
    if (rows.hasNext()) {
      return Optional.of(new Head(ActivityKey.parse(rows.next().key.get()), rows));
    }
    rows.close();
    return Optional.empty();
  }

  private Page merge(
      PriorityQueue<Head> heads, int limit, BiPredicate<SessionKey, SessionSummary> filter) {
    List<Row> rows = new ArrayList<>(limit);
    ActivityKey last = null;
    for (int lookedAt = 0; lookedAt < MAX_LOOKED_AT && rows.size() < limit; lookedAt++) {
      Head head = heads.poll();
      if (head == null) {
        return new Page(rows, null);
      }
      last = head.key();
      next(head.rows()).ifPresent(heads::add);
      SessionKey session = last.sessionKey();
      Optional<SessionSummary> summary = find(session);
      if (summary.isPresent() && filter.test(session, summary.get())) {
        rows.add(new Row(last, summary.get()));
      }
    }
    return new Page(rows, heads.isEmpty() ? null : last);
  }
}
