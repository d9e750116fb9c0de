/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.api;

import dev.plimsoll.platform.problem.Problem;
import dev.plimsoll.platform.problem.ProblemException;
import dev.plimsoll.platform.security.Role;
import dev.plimsoll.schemas.session.Blob;
import dev.plimsoll.schemas.topics.SessionKey;
import dev.plimsoll.session.blob.Blobs;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The large contents of a session. */
@Path("/v1/sessions/{id}/blobs/{digest}")
@Tag(name = "Sessions")
@RolesAllowed(Role.CHANNEL_NAME)
@Blocking
public class BlobResource {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,80}(; charset=utf-8)?");

  private final Sessions sessions;
  private final Blobs blobs;

  BlobResource(Sessions sessions, Blobs blobs) {
    this.sessions = sessions;
    this.blobs = blobs;
  }

  /**
   * The bytes of a content, or a range of them. Contents are hostile: always an attachment (and
   * never sniffed: RequestGuard says so of every answer).
   */
  @GET
  @Produces("*/*")
  @Operation(summary = "The bytes of an offloaded content; ranges allowed")
  public Response get(String id, String digest, @HeaderParam("Range") @Nullable String range) {
    SessionKey session = sessions.key(id);
    if (!DIGEST.matcher(digest).matches()) {
      throw new ProblemException(
          Problem.invalid("digest", "Expected 64 lower-case hex digits, but got another"));
    }
    Blob blob =
        blobs
            .find(session, digest)
            .orElseThrow(() ->
                new ProblemException(
                    Problem.of(
                        404,
                        "unknown_blob",
                        "Expected a content of this session, but there is none")));
    ByteBuffer data = blob.getData();
    int length = data.remaining();
    Optional<ByteRange> part = ByteRange.parse(range, length);
    ByteRange sent = part.orElse(new ByteRange(0, length - 1));
    byte[] bytes = new byte[sent.length()];
    data.get(data.position() + sent.first(), bytes);
    Response.ResponseBuilder response =
        Response.status(part.isPresent() ? 206 : 200)
            .entity(bytes)
            .type(safe(blob.getMediaType()))
            .header("Content-Disposition", "attachment; filename=\"" + digest + "\"")
            .header("Accept-Ranges", "bytes")
            .header("Cache-Control", "private, max-age=31536000, immutable");
    part.ifPresent(r -> response.header("Content-Range", r.contentRange(length)));
    return response.build();
  }

  /** A client named the media type: only a plain one goes into a header. */
  private static String safe(String mediaType) {
    return MEDIA_TYPE.matcher(mediaType).matches() ? mediaType : "application/octet-stream";
  }
}
