/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.api;

import dev.plimsoll.platform.problem.Problem;
import dev.plimsoll.platform.problem.ProblemException;
import dev.plimsoll.platform.security.Caller;
import dev.plimsoll.platform.security.Role;
import dev.plimsoll.session.verify.VerificationView;
import dev.plimsoll.session.verify.Verifications;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Verifying that the state of every session is what its events say. */
@Path("/v1/verifications")
@Tag(name = "Administration")
@RolesAllowed(Role.ADMIN_NAME)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class VerificationResource {
  private final Verifications verifications;
  private final SecurityIdentity identity;

  VerificationResource(Verifications verifications, SecurityIdentity identity) {
    this.verifications = verifications;
    this.identity = identity;
  }

  /** Starts a verification of the whole installation, or joins the one that runs. */
  @POST
  @Operation(summary = "Fold the history again and compare it with the state")
  public Response start() {
    checkInstallation();
    return Response.accepted(verifications.start()).build();
  }

  /** How far it is, and what it found. */
  @GET
  @Path("{id}")
  @Operation(summary = "Progress and result of a verification")
  public VerificationView find(String id) {
    checkInstallation();
    return verifications
        .find(id)
        .orElseThrow(() ->
            new ProblemException(
                Problem.of(
                    404,
                    "unknown_verification",
                    "Expected the last verification, but got another")));
  }

  /** It names sessions of every tenant. */
  private void checkInstallation() {
    if (!Caller.of(identity).installation()) {
      throw new ProblemException(
          Problem.of(
              403, "forbidden", "Expected the installation's own key, but this is a tenant's"));
    }
  }
}
