/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * How the page is served: its own addresses lead to it, its files are cached as long as their names
 * say, and a strict policy keeps hostile contents from running or calling out.
 */
@ApplicationScoped
public class PageRoutes {
  private static final int EARLY = 1_000;
  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'self'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:",
          "connect-src 'self'",
          "object-src 'none'",
          "frame-ancestors 'none'",
          "base-uri 'none'",
          "form-action 'self'");

  void headers(@Observes Filters filters) {
    filters.register(PageRoutes::secure, EARLY);
  }

  void routes(@Observes Router router) {
    router.get("/sessions/*").handler(request -> request.reroute("/"));
  }

  private static void secure(RoutingContext request) {
    HttpServerResponse response = request.response();
    response.putHeader("X-Frame-Options", "DENY");
    response.putHeader("Referrer-Policy", "no-referrer");
    response.putHeader("Content-Security-Policy", POLICY);
    String path = request.normalizedPath();
    if (path.startsWith("/assets/")) {
      response.putHeader("Cache-Control", "public, max-age=31536000, immutable");
    } else if (path.equals("/") || path.equals("/index.html")) {
      response.putHeader("Cache-Control", "no-cache");
    }
    request.next();
  }
}
