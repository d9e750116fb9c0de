/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.plimsoll.platform.kafka.NotReadyException;
import dev.plimsoll.platform.kernel.TooLargeException;
import dev.plimsoll.platform.kernel.Undecided;
import dev.plimsoll.schemas.serde.RegistryUnavailableException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every exception that leaves a resource, as a problem. */
public class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private static final int RETRY_AFTER_SECONDS = 1;

  @ServerExceptionMapper
  Response problem(ProblemException e) {
    return response(e.problem());
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Response unauthorized(Exception e) {
    return Response.fromResponse(
            response(
                Problem.of(
                    401,
                    "unauthorized",
                    "Expected a valid key as Authorization: Bearer KEY, but there is none")))
        .header("WWW-Authenticate", "Bearer")
        .build();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e) {
    return response(
        Problem.of(
            403, "forbidden", "Expected a key with another role, but this one may not do that"));
  }

  @ServerExceptionMapper({
    NotReadyException.class,
    InvalidStateStoreException.class, // A store that moves away while it is read.
    TimeoutException.class,
    RegistryUnavailableException.class
  })
  Response notReady(Exception e) {
    LOG.debugf(e, "Not ready");
    return Response.fromResponse(
            response(
                Problem.of(
                    503,
                    "not_ready",
                    "Expected an answer in time, but there is none yet: repeat the request")))
        .header("Retry-After", RETRY_AFTER_SECONDS)
        .build();
  }

  @ServerExceptionMapper
  Response tooLarge(TooLargeException e) {
    return response(Problem.of(413, "too_large", e.getMessage()).with("limitBytes", e.limit()));
  }

  @ServerExceptionMapper
  Response undecided(Undecided e) {
    LOG.errorf(e, "A command went to the dead letters");
    return response(
        Problem.of(500, e.code(), "Expected a decision, but the command went to the dead letters"));
  }

  /** Both, for the framework has a mapper of its own for the second. */
  @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
  Response json(JsonProcessingException e) {
    return response(JsonProblems.of(e));
  }

  @ServerExceptionMapper
  Response http(WebApplicationException e) {
    Response.StatusType status = e.getResponse().getStatusInfo();
    if (e.getCause() instanceof JsonProcessingException json) {
      return json(json);
    }
    if (e.getCause() instanceof ProblemException problem) {
      return problem(problem);
    }
    String code = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '_');
    return response(Problem.of(status.getStatusCode(), code, null));
  }

  @ServerExceptionMapper
  Response bug(RuntimeException e) {
    LOG.error("A request failed", e);
    return response(
        Problem.of(
            500, "internal_error", "Expected an answer, but the server failed: see its log"));
  }

  private static Response response(Problem problem) {
    return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem).build();
  }
}
