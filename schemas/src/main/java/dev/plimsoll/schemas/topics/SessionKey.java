/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.schemas.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.BitSet;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;

/**
 * Names a session, and through it the keys and the partition of everything that belongs to it.
 *
 * @param tenant {@code [a-z0-9-]{1,63}}
 * @param session 1-256 of {@code [A-Za-z0-9._:@+=~#-]}: no slash, so that keys need no escaping
 */
public record SessionKey(String tenant, String session) {
  private static final int MAX_TENANT_CHARS = 63;
  private static final int MAX_ID_CHARS = 256;
  private static final BitSet TENANT_CHARS = charactersOf("-");
  private static final BitSet ID_CHARS = charactersOf("._:@+=~#-");

  static {
    ID_CHARS.set('A', 'Z' + 1);
  }

  /** Whether a text is a valid tenant. */
  public static boolean isTenant(String text) {
    return consistsOf(text, TENANT_CHARS, MAX_TENANT_CHARS);
  }

  /**
   * Whether a text is a valid id of a session or of an entry. A dot and two dots are none: clients
   * resolve them away in an address.
   */
  public static boolean isId(String text) {
    return consistsOf(text, ID_CHARS, MAX_ID_CHARS) && !text.equals(".") && !text.equals("..");
  }

  /** Digits, lower-case letters and some others. */
  private static BitSet charactersOf(String others) {
    BitSet characters = new BitSet();
    characters.set('0', '9' + 1);
    characters.set('a', 'z' + 1);
    others.chars().forEach(characters::set);
    return characters;
  }

  /** A loop, not a pattern: every command passes here several times. */
  private static boolean consistsOf(String text, BitSet characters, int maxChars) {
    if (text.isEmpty() || text.length() > maxChars) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!characters.get(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Reads the session out of any key: {@code tenant/session} or {@code tenant/session/...}. */
  public static Optional<SessionKey> parse(String key) {
    int first = key.indexOf('/');
    if (first < 0) {
      return Optional.empty();
    }
    int second = key.indexOf('/', first + 1);
    String tenant = key.substring(0, first);
    String session = key.substring(first + 1, second < 0 ? key.length() : second);
    return isTenant(tenant) && isId(session)
        ? Optional.of(new SessionKey(tenant, session))
        : Optional.empty();
  }

  /** Key of a command: {@code tenant/session}. */
  public String commandKey() {
    return tenant + "/" + session;
  }

  /** Key of an event: {@code tenant/session/seq}, the sequence in 20 digits so that keys sort. */
  public String eventKey(long seq) {
    String digits = Long.toString(seq);
    return commandKey() + "/" + "0".repeat(20 - digits.length()) + digits;
  }

  /** Key of a blob: {@code tenant/session/digest}. */
  public String blobKey(String digest) {
    return commandKey() + "/" + digest;
  }

  /**
   * The partition of the session in a topic: murmur2 of the command key, as Kafka's default
   * partitioner places a command.
   */
  public int partition(int partitions) {
    return Utils.toPositive(Utils.murmur2(commandKey().getBytes(UTF_8))) % partitions;
  }

  @Override
  public String toString() {
    return commandKey();
  }
}
