/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kernel;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Who waits in this process for the answer to which command. A request id travels in a header of
 * the command's record, so that the command itself does not depend on who waits; a command that is
 * processed again, or elsewhere, finds no one and that is fine.
 *
 * @param <A> answers
 */
public final class PendingAnswers<A> {
  static final String HEADER = "plimsoll-request";

  private final Map<String, CompletableFuture<A>> waiting = new ConcurrentHashMap<>();

  /** How many wait. */
  public int size() {
    return waiting.size();
  }

  Pending<A> open() {
    String request = UUID.randomUUID().toString();
    CompletableFuture<A> answer = new CompletableFuture<>();
    waiting.put(request, answer);
    answer.whenComplete((a, e) -> waiting.remove(request));
    return new Pending<>(request.getBytes(US_ASCII), answer);
  }

  void complete(Headers headers, A answer) {
    CompletableFuture<A> future = find(headers);
    if (future != null) {
      future.complete(answer);
    }
  }

  void fail(Headers headers, Throwable failure) {
    CompletableFuture<A> future = find(headers);
    if (future != null) {
      future.completeExceptionally(failure);
    }
  }

  private @Nullable CompletableFuture<A> find(Headers headers) {
    Header header = headers.lastHeader(HEADER);
    return header == null ? null : waiting.get(new String(header.value(), US_ASCII));
  }

  /** A request and its future answer. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Pending<A>(byte[] request, CompletableFuture<A> answer) {}
}
