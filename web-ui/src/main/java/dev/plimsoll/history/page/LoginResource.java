/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.page;

import dev.plimsoll.platform.security.ApiKeys;
import dev.plimsoll.platform.security.Caller;
import dev.plimsoll.platform.security.PageLogin;
import dev.plimsoll.platform.security.Role;
import dev.plimsoll.platform.security.SecurityConfig;
import dev.plimsoll.schemas.platform.ApiKey;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Logs the page in and out. */
@Path("/api")
@Tag(name = "Page")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class LoginResource {
  private final ApiKeys keys;
  private final PageLogin logins;
  private final SecurityConfig config;
  private final SecurityIdentity identity;

  LoginResource(ApiKeys keys, PageLogin logins, SecurityConfig config, SecurityIdentity identity) {
    this.keys = keys;
    this.logins = logins;
    this.config = config;
    this.identity = identity;
  }

  /** A one-time token of the page's address, or an API key. */
  public record Login(@Nullable String token, @Nullable String key) {}

  /** Who is logged in. */
  public record Me(String tenant, List<String> roles, KeyLabel key) {}

  /** The key behind a login. */
  public record KeyLabel(String id, String label) {}

  /** A one-time token. */
  public record PageToken(String token) {}

  /** Exchanges a one-time token or an API key for the page's cookie. */
  @POST
  @Path("login")
  @PermitAll
  @Operation(summary = "Log the page in")
  public Response login(@Nullable Login login) {
    ApiKey key = find(login).orElseThrow(UnauthorizedException::new);
    return Response.noContent()
        .cookie(
            cookie(
                logins.newCookie(key.getId()), Math.toIntExact(PageLogin.COOKIE_LIFE.toSeconds())))
        .build();
  }

  /** Takes the cookie back. */
  @POST
  @Path("logout")
  @PermitAll
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Log the page out")
  public Response logout() {
    return Response.noContent().cookie(cookie("", 0)).build();
  }

  /** Who is logged in. */
  @GET
  @Path("me")
  @RolesAllowed(Role.CHANNEL_NAME)
  @Operation(summary = "Who is logged in")
  public Me me() {
    ApiKey key = keys.find(Caller.of(identity).keyId()).orElseThrow(UnauthorizedException::new);
    return new Me(key.getTenant(), key.getRoles(), new KeyLabel(key.getId(), key.getLabel()));
  }

  /** A one-time token that logs a browser in as the caller. */
  @POST
  @Path("page-tokens")
  @RolesAllowed(Role.OPERATOR_NAME)
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "A one-time token for the page's address")
  public PageToken token() {
    return new PageToken(logins.newToken(Caller.of(identity).keyId()));
  }

  private Optional<ApiKey> find(@Nullable Login login) {
    if (login == null) {
      return Optional.empty();
    }
    return login.token() != null
        ? logins.redeem(login.token()).flatMap(keys::find)
        : Optional.ofNullable(login.key()).flatMap(keys::authenticate);
  }

  private NewCookie cookie(String value, int maxAgeSeconds) {
    return new NewCookie.Builder(PageLogin.COOKIE)
        .value(value)
        .path("/")
        .httpOnly(true)
        .secure(config.secureCookie())
        .sameSite(NewCookie.SameSite.STRICT)
        .maxAge(maxAgeSeconds)
        .build();
  }
}
