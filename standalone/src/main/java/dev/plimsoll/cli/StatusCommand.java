/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.standalone.Addresses;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows how a server does. */
@Command(
    name = "status",
    description = "Show how the server does, and a fresh address of the page.")
final class StatusCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  CommandSpec spec;

  @Mixin ServerOptions server = new ServerOptions();

  @Override
  public Integer call() {
    ServerClient client = server.client();
    JsonNode health = client.callOnce("GET", "/q/health/ready", null).body();
    boolean up = health.path("status").asText().equals("UP");
    String page =
        up
            ? client.server()
                + "/#token="
                + client.post("/api/page-tokens", null).path("token").asText()
            : "";
    if (server.json) {
      ObjectNode report = ServerClient.JSON.createObjectNode();
      report.put("server", client.server().toString()).put("ready", up);
      report.set("checks", health.path("checks"));
      if (up) {
        report.put("page", page);
      }
      out().println(report);
    } else {
      print(client, health, up, page);
    }
    return up ? 0 : 1;
  }

  private void print(ServerClient client, JsonNode health, boolean up, String page) {
    out().printf("Server   %s is %s%n", client.server(), up ? "ready" : "not ready");
    for (JsonNode check : health.path("checks")) {
      out().printf("  %-15s %-5s", check.path("name").asText(), check.path("status").asText());
      for (Map.Entry<String, JsonNode> datum : check.path("data").properties()) {
        out().printf(" %s=%s", datum.getKey(), datum.getValue().asText());
      }
      out().println();
    }
    Addresses.read(server.data.directory())
        .filter(local -> local.http().equals(client.server().toString()))
        .ifPresent(local -> {
          out().printf("Kafka    %s (SASL PLAIN, user plimsoll)%n", local.kafka());
          out().printf("Registry %s%n", local.registry());
        });
    if (up) {
      out().printf("Page     %s%n", page);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
