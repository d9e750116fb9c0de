/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.security;

import dev.plimsoll.platform.problem.Problem;
import dev.plimsoll.platform.problem.ProblemException;
import dev.plimsoll.schemas.platform.ApiKey;
import dev.plimsoll.schemas.topics.SessionKey;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** API keys at run time. */
@Path("/v1/keys")
@Tag(name = "Administration")
@RolesAllowed(Role.ADMIN_NAME)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class KeyResource {
  private static final int MAX_LABEL_CHARS = 200;

  private final ApiKeys keys;
  private final SecurityIdentity identity;

  KeyResource(ApiKeys keys, SecurityIdentity identity) {
    this.keys = keys;
    this.identity = identity;
  }

  /**
   * A key to create.
   *
   * @param roles of channel, operator, admin
   * @param tenant another tenant than the caller's; the installation's own key only
   */
  public record NewKey(
      @Nullable String label, @Nullable List<String> roles, @Nullable String tenant) {}

  /** A key as it is shown; {@code key} is the whole key, at its creation only. */
  @com.fasterxml.jackson.annotation.JsonInclude(
      com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
  public record KeyView(
      String id,
      String tenant,
      List<String> roles,
      String label,
      Instant createdAt,
      @Nullable String key) {

    static KeyView of(ApiKey key, @Nullable String secret) {
      return new KeyView(
          key.getId(), key.getTenant(), key.getRoles(), key.getLabel(), key.getCreatedAt(), secret);
    }
  }

  /** All keys that the caller may see. */
  public record KeyList(List<KeyView> keys) {}

  /** The keys of the caller's tenant; of all tenants for the installation's own key. */
  @GET
  @Operation(summary = "List keys")
  public KeyList list() {
    return new KeyList(
        visible()
            .sorted(java.util.Comparator.comparing(ApiKey::getCreatedAt))
            .map(key -> KeyView.of(key, null))
            .toList());
  }

  /** Creates a key; the answer is the only place where its secret is ever shown. */
  @POST
  @Operation(summary = "Create a key")
  public Response create(@Nullable NewKey request) {
    if (request == null) {
      throw new ProblemException(Problem.invalid("", "Expected a key to create, but got nothing"));
    }
    Caller caller = Caller.of(identity);
    KeySecret secret = KeySecret.generate();
    ApiKey key =
        new ApiKey(
            secret.id(),
            tenant(request, caller),
            roles(request),
            label(request),
            ByteBuffer.wrap(secret.hash()),
            Instant.now(),
            caller.keyId(),
            false);
    keys.put(key);
    return Response.status(201).entity(KeyView.of(key, secret.text())).build();
  }

  /** Revokes a key. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "Revoke a key")
  public void revoke(String id) {
    ApiKey key =
        visible()
            .filter(candidate -> candidate.getId().equals(id))
            .findFirst()
            .orElseThrow(() ->
                new ProblemException(
                    Problem.of(404, "unknown_key", "Expected a known key id, but got another")));
    if (key.getInstallation()) {
      throw new ProblemException(
          Problem.of(
              409, "installation_key", "Expected another key: this one is the installation's own"));
    }
    keys.revoke(key.getId());
  }

  private Stream<ApiKey> visible() {
    Caller caller = Caller.of(identity);
    return (caller.installation() ? keys.all() : keys.ofTenant(caller.tenant())).stream();
  }

  private static String tenant(NewKey request, Caller caller) {
    String tenant = Optional.ofNullable(request.tenant()).orElse(caller.tenant());
    if (!SessionKey.isTenant(tenant)) {
      throw new ProblemException(
          Problem.invalid("tenant", "Expected [a-z0-9-]{1,63}, but got another name"));
    }
    if (!tenant.equals(caller.tenant()) && !caller.installation()) {
      throw new ProblemException(
          Problem.of(403, "foreign_tenant", "Expected the caller's own tenant, but got another"));
    }
    return tenant;
  }

  private static List<String> roles(NewKey request) {
    List<String> roles = Optional.ofNullable(request.roles()).orElse(List.of());
    boolean known =
        roles.stream()
            .allMatch(role ->
                role != null && Arrays.stream(Role.values()).anyMatch(r -> r.word().equals(role)));
    if (roles.isEmpty() || !known) {
      throw new ProblemException(
          Problem.invalid("roles", "Expected some of channel, operator, admin, but got others"));
    }
    return roles.stream().distinct().toList();
  }

  private static String label(NewKey request) {
    String label = Optional.ofNullable(request.label()).orElse("").strip();
    if (label.length() > MAX_LABEL_CHARS) {
      throw new ProblemException(
          Problem.invalid("label", "Expected at most 200 characters, but got more"));
    }
    return label;
  }
}
