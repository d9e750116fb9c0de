/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An API key as its holder has it: {@code plim_ID_SECRET}.
 *
 * @param id public part, 12 hex digits
 * @param secret 256 random bits, base64url
 */
public record KeySecret(String id, String secret) {
  private static final Pattern FORM = Pattern.compile("plim_([0-9a-f]{12})_([A-Za-z0-9_-]{43})");
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new key. */
  public static KeySecret generate() {
    byte[] id = new byte[6];
    byte[] secret = new byte[32];
    RANDOM.nextBytes(id);
    RANDOM.nextBytes(secret);
    return new KeySecret(
        HexFormat.of().formatHex(id),
        Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** Reads a key; empty when it has not the form of one. */
  public static Optional<KeySecret> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(new KeySecret(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** What is stored: SHA-256 of the secret, enough for 256 random bits. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The key as its holder keeps it. */
  public String text() {
    return "plim_" + id + "_" + secret;
  }

  @Override
  public String toString() {
    return "plim_" + id + "_...";
  }
}
