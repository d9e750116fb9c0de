/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.platform.kafka.NotReadyException;
import dev.plimsoll.platform.kafka.OfflineKafka;
import dev.plimsoll.schemas.platform.ApiKey;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // stands in for a framework that hands out nulls
class KeyAuthenticationTest {
  private final KeySecret secret = KeySecret.generate();
  private final PageLogin logins = new PageLogin(FixedSecurity.withPageSecret("secret"));
  private boolean loaded = true;
  private final KeyAuthentication authentication = new KeyAuthentication(keys(), logins);

  @Test
  void shouldKnowTheHolderOfAKey() {
    // when
    SecurityIdentity identity = authenticate("Bearer " + secret.text(), null);

    // then
    assertThat(Caller.of(identity)).isEqualTo(new Caller("acme", secret.id(), false));
    assertThat(identity.getRoles()).containsExactlyInAnyOrder("channel", "operator");
  }

  @Test
  void shouldKnowWhoIsLoggedIn() {
    // when
    SecurityIdentity identity = authenticate(null, logins.newCookie(secret.id()));

    // then
    assertThat(Caller.of(identity).keyId()).isEqualTo(secret.id());
  }

  @Test
  void shouldRefuseAWrongKey() {
    // when / then
    assertThatThrownBy(() -> authenticate("Bearer " + KeySecret.generate().text(), null))
        .isInstanceOf(AuthenticationFailedException.class);
    assertThatThrownBy(() -> authenticate("Basic YWRhOnNlY3JldA==", null))
        .isInstanceOf(AuthenticationFailedException.class);
  }

  @Test
  void shouldTakeWhoIsNoLongerLoggedInForNoOne() {
    // given
    String ofARestartedInstance =
        new PageLogin(FixedSecurity.withPageSecret("before")).newCookie(secret.id());
    String ofARevokedKey = logins.newCookie("0123456789ab");

    // when / then
    assertThat(authenticate(null, ofARestartedInstance)).isNull();
    assertThat(authenticate(null, ofARevokedKey)).isNull();
    assertThat(authenticate(null, null)).isNull();
  }

  @Test
  void shouldNotJudgeBeforeTheKeysAreKnown() {
    // given
    loaded = false;

    // when / then
    assertThatThrownBy(() -> authenticate("Bearer " + secret.text(), null))
        .isInstanceOf(NotReadyException.class);
  }

  private @Nullable SecurityIdentity authenticate(
      @Nullable String header, @Nullable String cookie) {
    HttpServerRequest request =
        answering(
            HttpServerRequest.class,
            Map.of(
                "getHeader", Optional.ofNullable(header),
                "getCookie",
                    Optional.ofNullable(cookie)
                        .map(value -> Cookie.cookie(PageLogin.COOKIE, value))));
    RoutingContext context =
        answering(RoutingContext.class, Map.of("request", Optional.of(request)));
    return authentication.authenticate(context, null).await().indefinitely();
  }

  private static <T> T answering(Class<T> type, Map<String, Optional<?>> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.get(method.getName()).orElse(null)));
  }

  private ApiKeys keys() {
    ApiKey key =
        new ApiKey(
            secret.id(),
            "acme",
            List.of("operator"),
            "",
            ByteBuffer.wrap(secret.hash()),
            Instant.EPOCH,
            "test",
            false);
    return new ApiKeys(OfflineKafka.connection()) {
      @Override
      public boolean isLoaded() {
        return loaded;
      }

      @Override
      public Optional<ApiKey> find(String id) {
        return Optional.of(key).filter(known -> known.getId().equals(id));
      }
    };
  }
}
