/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.security;

import dev.plimsoll.platform.kafka.NotReadyException;
import dev.plimsoll.schemas.platform.ApiKey;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;

/** Knows a caller by an API key in {@code Authorization: Bearer KEY}, or by the page's cookie. */
@ApplicationScoped
public class KeyAuthentication implements HttpAuthenticationMechanism {
  private static final String AUTHORIZATION = "Authorization";
  private static final String BEARER = "Bearer ";

  private final ApiKeys keys;
  private final PageLogin logins;

  KeyAuthentication(ApiKeys keys, PageLogin logins) {
    this.keys = keys;
    this.logins = logins;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager identityProviders) {
    if (!isClaimed(request)) {
      return Uni.createFrom().nullItem();
    }
    if (!keys.isLoaded()) {
      return Uni.createFrom().failure(new NotReadyException("the table of keys", null));
    }
    return keyOf(request)
        .map(found -> Uni.createFrom().item(identity(found)))
        .orElseGet(() -> nobody(request));
  }

  /** The key behind a request; empty when it claims none, or one that is not good. */
  public Optional<ApiKey> keyOf(RoutingContext request) {
    String header = request.request().getHeader(AUTHORIZATION);
    if (header != null) {
      return byHeader(header);
    }
    Cookie cookie = request.request().getCookie(PageLogin.COOKIE);
    return cookie == null
        ? Optional.empty()
        : logins.verifyCookie(cookie.getValue()).flatMap(keys::find);
  }

  /**
   * A bad key is refused; who is no longer logged in is no one: the page and the login stay open.
   */
  private static Uni<SecurityIdentity> nobody(RoutingContext request) {
    return request.request().getHeader(AUTHORIZATION) == null
        ? Uni.createFrom().nullItem()
        : Uni.createFrom().failure(new AuthenticationFailedException());
  }

  private static boolean isClaimed(RoutingContext request) {
    return request.request().getHeader(AUTHORIZATION) != null
        || request.request().getCookie(PageLogin.COOKIE) != null;
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
  }

  private Optional<ApiKey> byHeader(String header) {
    return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? keys.authenticate(header.substring(BEARER.length()))
        : Optional.empty();
  }

  private static SecurityIdentity identity(ApiKey key) {
    QuarkusSecurityIdentity.Builder identity =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal(key.getId()))
            .addAttribute(
                Caller.attribute(),
                new Caller(key.getTenant(), key.getId(), key.getInstallation()));
    Arrays.stream(Role.values())
        .filter(role -> key.getRoles().contains(role.word()))
        .flatMap(role -> role.included().stream())
        .forEach(role -> identity.addRole(role.word()));
    return identity.build();
  }
}
