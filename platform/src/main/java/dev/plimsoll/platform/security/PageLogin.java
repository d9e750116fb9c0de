/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Logs a browser in: a one-time token in the page's address is exchanged for a cookie. Both are
 * signed statements (purpose, key id, end, nonce), so that no instance has to remember a login, and
 * a revoked key ends them. A token is good in the process that made it, once.
 */
@ApplicationScoped
public class PageLogin {
  /** Name of the cookie. */
  public static final String COOKIE = "plimsoll_page";

  /** How long a cookie is good. */
  public static final Duration COOKIE_LIFE = Duration.ofDays(7);

  private static final Duration TOKEN_LIFE = Duration.ofMinutes(30);
  private static final String TOKEN = "token";
  private static final String LOGIN = "cookie";

  private final byte[] secret;

  /**
   * Another one in every process: a token that was used before a restart is worth nothing after.
   */
  private final byte[] tokenSecret = KeySecret.generate().secret().getBytes(UTF_8);

  private final Map<String, Instant> usedTokens = new ConcurrentHashMap<>();

  PageLogin(SecurityConfig config) {
    this.secret =
        config.pageSecret().orElseGet(() -> KeySecret.generate().secret()).getBytes(UTF_8);
  }

  /** A token that logs one browser in as the holder of a key. */
  public String newToken(String keyId) {
    return sign(TOKEN, keyId, Instant.now().plus(TOKEN_LIFE));
  }

  /** The key id of a token that is good and was not used here before; using it uses it up. */
  public Optional<String> redeem(String token) {
    Instant now = Instant.now();
    Iterator<Instant> ends = usedTokens.values().iterator();
    while (ends.hasNext()) {
      if (ends.next().isBefore(now)) {
        ends.remove();
      }
    }
    return verify(TOKEN, token)
        .filter(keyId -> usedTokens.putIfAbsent(token, now.plus(TOKEN_LIFE)) == null);
  }

  /** The value of a cookie for the holder of a key. */
  public String newCookie(String keyId) {
    return sign(LOGIN, keyId, Instant.now().plus(COOKIE_LIFE));
  }

  /** The key id of a cookie that is good. */
  public Optional<String> verifyCookie(String value) {
    return verify(LOGIN, value);
  }

  private String sign(String purpose, String keyId, Instant end) {
    String statement =
        String.join(".", purpose, keyId, "" + end.getEpochSecond(), UUID.randomUUID().toString());
    return statement + "." + signature(purpose, statement);
  }

  private Optional<String> verify(String purpose, String signed) {
    int dot = signed.lastIndexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    String statement = signed.substring(0, dot);
    byte[] given = signed.substring(dot + 1).getBytes(UTF_8);
    String[] parts = statement.split("\\.", -1);
    boolean good =
        MessageDigest.isEqual(given, signature(purpose, statement).getBytes(US_ASCII))
            && parts.length == 4
            && parts[0].equals(purpose)
            && Instant.now().getEpochSecond() < Long.parseLong(parts[2]);
    return good ? Optional.of(parts[1]) : Optional.empty();
  }

  private String signature(String purpose, String statement) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(purpose.equals(TOKEN) ? tokenSecret : secret, "HmacSHA256"));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(statement.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
