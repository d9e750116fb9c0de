/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Requests over connections that stay open: each connection sends its next request when it has the
 * answer to the last, or not before its time where the load is paced.
 *
 * <p>A paced request is timed from when it was due, not from when it was sent: a server that stalls
 * delays the requests after, and their wait belongs to the latency (coordinated omission).
 */
public final class HttpLoad {
  private static final long MAX_MICROS = TimeUnit.MINUTES.toMicros(1);

  private final int connections;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /** A load over so many connections. */
  public HttpLoad(int connections) {
    this.connections = connections;
  }

  /**
   * What a load found.
   *
   * @param perSecond requests a second
   * @param latencies in microseconds
   */
  public record Result(double perSecond, Histogram latencies) {

    /** Latency that a share of the requests did not exceed, in milliseconds. */
    public double millis(double percentile) {
      return latencies.getValueAtPercentile(percentile) / 1_000.0;
    }
  }

  /** Sends requests as fast as they are answered. */
  public Result run(int requests, IntFunction<HttpRequest> request) {
    return run(requests, 0, request);
  }

  /** Sends requests at a rate, over all connections. */
  public Result paced(int requests, double perSecond, IntFunction<HttpRequest> request) {
    return run(requests, (long) (TimeUnit.SECONDS.toNanos(1) / perSecond), request);
  }

  private Result run(int requests, long everyNanos, IntFunction<HttpRequest> request) {
    Histogram latencies = new ConcurrentHistogram(MAX_MICROS, 3);
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    try (ExecutorService workers = Executors.newFixedThreadPool(connections)) {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        ends.add(
            workers.submit(() -> {
              for (int n = next.getAndIncrement(); n < requests; n = next.getAndIncrement()) {
                long due = everyNanos == 0 ? System.nanoTime() : waitUntil(start + n * everyNanos);
                send(request.apply(n));
                long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due);
                latencies.recordValue(Math.min(micros, MAX_MICROS));
              }
            }));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } catch (ExecutionException e) {
      throw new BenchException("Expected every request to be answered, but: " + e.getCause(), e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    return new Result(CommandLoad.perSecond(requests, System.nanoTime() - start), latencies);
  }

  /** The answer to one request, which must be fine. */
  public byte[] send(HttpRequest request) {
    try {
      HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() / 100 != 2) {
        throw new BenchException(
            "Expected %s %s to be answered, but got %d"
                .formatted(request.method(), request.uri().getPath(), answer.statusCode()));
      }
      return answer.body();
    } catch (IOException e) {
      throw new BenchException(
          "Expected a server at %s, but it does not answer: %s"
              .formatted(request.uri().getAuthority(), e),
          e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static long waitUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    return due;
  }

  private static BenchException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new BenchException("Expected an answer, but was interrupted", e);
  }
}
