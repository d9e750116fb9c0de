/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.platform.problem.Problem;
import dev.plimsoll.platform.security.SecurityConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns away, before anything else looks at them: requests under a foreign host name (a page that
 * rebinds its name to this machine), requests that another site's page makes, and bodies that are
 * too large.
 */
@ApplicationScoped
public class RequestGuard {
  private static final int BEFORE_ALL = 10_000;
  private static final int TOO_LARGE = 413;

  private final Set<String> hosts;
  private final ObjectMapper json;

  RequestGuard(SecurityConfig config, ObjectMapper json) {
    this.hosts = Set.copyOf(config.hosts());
    this.json = json;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_ALL);
  }

  private void check(RoutingContext request) {
    request.response().putHeader("X-Content-Type-Options", "nosniff");
    Problem problem = problemOf(request.request());
    if (problem == null) {
      request.next();
      return;
    }
    answer(request, problem);
  }

  /**
   * A body without a length is cut off by the server itself; this is how the client hears of it.
   */
  void registerTooLarge(@Observes Router router) {
    router.errorHandler(TOO_LARGE, request -> answer(request, tooLarge("more")));
  }

  private void answer(RoutingContext request, Problem problem) {
    try {
      request
          .response()
          .setStatusCode(problem.status())
          .putHeader("Content-Type", Problem.MEDIA_TYPE)
          .putHeader("Connection", "close")
          .end(json.writeValueAsString(problem))
          .onComplete(done -> request.request().connection().close());
    } catch (JsonProcessingException e) {
      request.fail(problem.status());
    }
  }

  private static Problem tooLarge(String length) {
    return Problem.of(
            TOO_LARGE,
            "too_large",
            "Expected a body of at most %d bytes, but it has %s"
                .formatted(HttpLimits.MAX_BODY_BYTES, length))
        .with("limitBytes", HttpLimits.MAX_BODY_BYTES);
  }

  private @Nullable Problem problemOf(HttpServerRequest request) {
    HostAndPort authority = request.authority();
    if (authority == null || !hosts.contains(authority.host())) {
      return Problem.of(
          421,
          "foreign_host",
          "Expected one of " + hosts + " as Host, but got another: set plimsoll.security.hosts");
    }
    String origin = request.getHeader("Origin");
    if (origin != null && !isSameOrigin(origin, authority)) {
      return Problem.of(403, "foreign_origin", "Expected the page's own Origin, but got another");
    }
    String length = request.getHeader("Content-Length");
    if (length != null && isTooLong(length)) {
      return tooLarge(length);
    }
    return null;
  }

  private static boolean isTooLong(String length) {
    try {
      return Long.parseLong(length) > HttpLimits.MAX_BODY_BYTES;
    } catch (NumberFormatException e) {
      return true;
    }
  }

  private static boolean isSameOrigin(String origin, HostAndPort authority) {
    try {
      String originAuthority = URI.create(origin).getRawAuthority();
      return originAuthority != null && originAuthority.equals(authority.toString());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
