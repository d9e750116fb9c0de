/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Manages API keys. */
@Command(name = "keys", description = "Manage API keys.", synopsisSubcommandLabel = "COMMAND")
final class KeysCommand {
  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  CommandSpec spec;

  @Command(name = "create", description = "Create a key and show it, once.")
  int create(
      @Option(
              names = "--role",
              required = true,
              paramLabel = "ROLE",
              description = "channel, operator or admin; may be given several times.")
          List<String> roles,
      @Option(names = "--label", paramLabel = "TEXT", description = "What the key is for.")
          @Nullable String label,
      @Option(
              names = "--tenant",
              paramLabel = "TENANT",
              description = "Another tenant than one's own; with the admin key of DIR only.")
          @Nullable String tenant,
      @Mixin ServerOptions server) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    roles.forEach(request.putArray("roles")::add);
    request.put("label", label);
    request.put("tenant", tenant);
    JsonNode key = server.client().post("/v1/keys", request);
    out().println(server.json ? key.toString() : key.path("key").asText());
    return 0;
  }

  @Command(name = "list", description = "List the keys.")
  int list(@Mixin ServerOptions server) {
    JsonNode answer = server.client().get("/v1/keys");
    if (server.json) {
      out().println(answer);
      return 0;
    }
    out().printf("%-14s %-16s %-24s %-26s %s%n", "ID", "TENANT", "ROLES", "CREATED", "LABEL");
    for (JsonNode key : answer.path("keys")) {
      List<String> roles = new ArrayList<>();
      key.path("roles").forEach(role -> roles.add(role.asText()));
      out()
          .printf(
              "%-14s %-16s %-24s %-26s %s%n",
              key.path("id").asText(),
              key.path("tenant").asText(),
              String.join(",", roles),
              key.path("createdAt").asText(),
              key.path("label").asText());
    }
    return 0;
  }

  @Command(name = "revoke", description = "Revoke a key; it stops working at once.")
  int revoke(
      @Parameters(paramLabel = "ID", description = "Id of the key, as listed.") String id,
      @Mixin ServerOptions server) {
    ServerClient.Answer answer =
        server.client().call("DELETE", "/v1/keys/" + ServerClient.segment(id), null);
    if (!answer.isFine()) {
      throw new CliException("Expected to revoke key " + id + ", but got " + answer.problem());
    }
    out().println(server.json ? "{\"revoked\":\"" + id + "\"}" : "Revoked " + id + ".");
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
