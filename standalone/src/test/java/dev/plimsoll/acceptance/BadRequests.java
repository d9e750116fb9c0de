/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Requests that must be refused, each with the answer that it must get. */
final class BadRequests {
  /** Stands for the session in a path; every request gets one of its own. */
  static final String SESSION = "SESSION";

  private static final String ENTRIES = "/v1/sessions/SESSION/entries";
  private static final String KEYS = "/v1/keys";
  private static final String INVALID = "400 invalid_request";
  private static final String INVALID_ENTRY = "400 invalid_entry";
  private static final String MALFORMED = "400 malformed_json";

  private BadRequests() {}

  /**
   * A request and its answer.
   *
   * @param name what is wrong with it
   * @param body null for none
   * @param headers beside the key
   * @param answer status and code
   * @param field the field at fault; null where none is named
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Bad(
      String name,
      String method,
      String path,
      byte @Nullable [] body,
      Map<String, String> headers,
      String answer,
      @Nullable String field) {

    Bad with(String header, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(header, value);
      return new Bad(name, method, path, body, more, answer, field);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Bodies that are no entry. */
  static Stream<Bad> entries() {
    return Stream.of(
        post("empty body", ENTRIES, "", MALFORMED, ""),
        post("malformed JSON", ENTRIES, "{\"id\":\"a\",\"role\":", MALFORMED, ""),
        post("no JSON at all", ENTRIES, "hello", MALFORMED, ""),
        post("two documents", ENTRIES, entry("a", "user") + entry("b", "user"), INVALID, ""),
        post(
            "a key twice", ENTRIES, "{\"id\":\"a\",\"id\":\"b\",\"role\":\"user\"}", MALFORMED, ""),
        new Bad("invalid UTF-8", "POST", ENTRIES, latin1(), Map.of(), "400 invalid_utf8", ""),
        post(
            "half a character",
            ENTRIES,
            "{\"id\":\"a\",\"role\":\"user\",\"content\":\"\\ud83d\"}",
            "400 invalid_text",
            "content"),
        post("null", ENTRIES, "null", INVALID, ""),
        post("no entries", ENTRIES, "[]", INVALID, ""),
        post("too many entries", ENTRIES, many(1001), INVALID, ""),
        post("no id", ENTRIES, "{\"role\":\"user\"}", INVALID, "id"),
        post("id too long", ENTRIES, entry("x".repeat(257), "user"), INVALID_ENTRY, "id"),
        post("id with a slash", ENTRIES, entry("a/b", "user"), INVALID_ENTRY, "id"),
        post("a dot for an id", ENTRIES, entry(".", "user"), INVALID_ENTRY, "id"),
        post("an empty id", ENTRIES, entry("", "user"), INVALID_ENTRY, "id"),
        post("no role", ENTRIES, "{\"id\":\"a\"}", INVALID, "role"),
        post("unknown role", ENTRIES, entry("a", "robot"), INVALID, "role"),
        post("tool result of no call", ENTRIES, entry("a", "tool"), INVALID_ENTRY, "toolCallId"),
        post(
            "one bad entry of two",
            ENTRIES,
            "[" + entry("a", "user") + "," + entry("b", "tool") + "]",
            INVALID_ENTRY,
            "[1].toolCallId"),
        post("unknown field", ENTRIES, withMember("\"colour\":\"red\""), INVALID, "colour"),
        post(
            "unknown field of a block",
            ENTRIES,
            withMember("\"content\":[{\"type\":\"text\",\"txt\":\"a\"}]"),
            INVALID,
            "content[0].txt"),
        post("content of a number", ENTRIES, withMember("\"content\":5"), INVALID, "content[0]"),
        post(
            "a user's tool call",
            ENTRIES,
            withMember("\"toolCalls\":[{\"id\":\"c\",\"name\":\"n\"}]"),
            INVALID_ENTRY,
            "toolCalls"),
        post(
            "a time of words",
            ENTRIES,
            withMember("\"occurredAt\":\"yesterday\""),
            INVALID,
            "occurredAt"));
  }

  /** Other calls with a fault in the address or the body. */
  static Stream<Bad> others() {
    String blob = "/v1/sessions/SESSION/blobs/";
    String history = "/api/sessions/SESSION/entries";
    return Stream.of(
        post(
            "session id too long",
            "/v1/sessions/" + "x".repeat(257) + "/entries",
            entry("a", "user"),
            INVALID,
            "session"),
        post(
            "session id with a slash",
            "/v1/sessions/a%2Fb/entries",
            entry("a", "user"),
            INVALID,
            "session"),
        get("digest too short", blob + "abc", INVALID, "digest"),
        get("digest in capitals", blob + "A".repeat(64), INVALID, "digest"),
        get("unknown digest", blob + "a".repeat(64), "404 unknown_blob", null),
        get("unknown format", "/v1/sessions/SESSION/context?format=xml", INVALID, "format"),
        get("minSeq of letters", "/v1/sessions/SESSION?minSeq=abc", INVALID, "minSeq"),
        get("no cursor of ours", "/api/sessions?cursor=nonsense", INVALID, "cursor"),
        get("limit of nothing", "/api/sessions?limit=0", INVALID, "limit"),
        get("limit too high", "/api/sessions?limit=201", INVALID, "limit"),
        get("limit of letters", "/api/sessions?limit=many", INVALID, "limit"),
        get("before of letters", history + "?before=abc", INVALID, "before"),
        get("before over all numbers", history + "?before=" + "9".repeat(30), INVALID, "before"),
        get("before and after", history + "?before=2&after=1", INVALID, "before"),
        get("unknown session", history, "404 unknown_session", null),
        get("resumed at letters", "/api/sessions/SESSION/stream", INVALID, "Last-Event-ID")
            .with("Last-Event-ID", "abc"),
        get("nothing of the API", "/api/nothing", "404 not_found", null),
        post("key of no known role", KEYS, "{\"roles\":[\"king\"]}", INVALID, "roles"),
        post(
            "key with an unknown field",
            KEYS,
            "{\"roles\":[\"channel\"],\"scope\":1}",
            INVALID,
            "scope"),
        post(
            "key with its roles twice",
            KEYS,
            "{\"roles\":[\"channel\"],\"roles\":[\"admin\"]}",
            MALFORMED,
            ""),
        post("key of a text", KEYS, "\"channel\"", INVALID, ""),
        put("model without a window", "{\"models\":[{\"name\":\"m\",\"window\":0}]}", "models[0]"),
        put("title too long", "{\"title\":\"%s\"}".formatted("x".repeat(257)), "title"));
  }

  /** Requests of the wrong people and from the wrong places. */
  static Stream<Bad> strangers() {
    String good = entry("a", "user");
    String never = "plim_000000000000_" + "x".repeat(43);
    return Stream.of(
        post("no key", ENTRIES, good, "401 unauthorized", null).with("Authorization", ""),
        post("unknown key", ENTRIES, good, "401 unauthorized", null)
            .with("Authorization", "Bearer " + never),
        post("no form of a key", ENTRIES, good, "401 unauthorized", null)
            .with("Authorization", "Bearer x"),
        post("another scheme", ENTRIES, good, "401 unauthorized", null)
            .with("Authorization", "Basic YTpi"),
        post("foreign host", ENTRIES, good, "421 foreign_host", null)
            .with("Host", "attacker.example"),
        post("foreign origin", ENTRIES, good, "403 foreign_origin", null)
            .with("Origin", "http://attacker.example"),
        post("opaque origin", ENTRIES, good, "403 foreign_origin", null).with("Origin", "null"));
  }

  private static Bad get(String name, String path, String answer, @Nullable String field) {
    return new Bad(name, "GET", path, null, Map.of(), answer, field);
  }

  private static Bad post(
      String name, String path, String body, String answer, @Nullable String field) {
    return new Bad(name, "POST", path, body.getBytes(UTF_8), Map.of(), answer, field);
  }

  private static Bad put(String name, String body, String field) {
    String path = "/v1/sessions/" + SESSION;
    return new Bad(name, "PUT", path, body.getBytes(UTF_8), Map.of(), INVALID, field);
  }

  private static String entry(String id, String role) {
    return "{\"id\":\"%s\",\"role\":\"%s\",\"content\":\"x\"}".formatted(id, role);
  }

  private static String withMember(String member) {
    return "{\"id\":\"a\",\"role\":\"user\",%s}".formatted(member);
  }

  private static String many(int count) {
    return "[" + (entry("a", "user") + ",").repeat(count - 1) + entry("a", "user") + "]";
  }

  private static byte[] latin1() {
    return "{\"id\":\"a\",\"role\":\"user\",\"content\":\"\u00fc\"}".getBytes(ISO_8859_1);
  }
}
