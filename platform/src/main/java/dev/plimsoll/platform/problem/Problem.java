/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as clients see it, {@code application/problem+json} (RFC 9457).
 *
 * @param type a URI that names the kind of problem
 * @param title the kind in words
 * @param status the HTTP status
 * @param detail what was expected, and what came instead
 * @param code stable name for programs, in snake case
 * @param more what else the case needs, as further members
 */
@JsonInclude(Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    String code,
    @JsonAnyGetter Map<String, Object> more) {
  /** The media type. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem of a kind that is named by its code. */
  public static Problem of(int status, String code, @Nullable String detail) {
    String title = code.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + code.substring(1);
    return new Problem(
        "urn:plimsoll:problem:" + code.replace('_', '-'),
        title.replace('_', ' '),
        status,
        detail,
        code,
        Map.of());
  }

  /** The same problem with one more member. */
  public Problem with(String member, Object value) {
    Map<String, Object> members = new LinkedHashMap<>(more);
    members.put(member, value);
    return new Problem(type, title, status, detail, code, members);
  }

  /** A malformed request: 400, naming the field. */
  public static Problem invalid(String field, String detail) {
    return of(400, "invalid_request", detail).with("field", field);
  }
}
