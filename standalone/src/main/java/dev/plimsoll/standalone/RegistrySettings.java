/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The settings of the schema registry (Apicurio Registry with its storage in Kafka).
 *
 * @param data the instance's directory
 * @param port the port of its API
 * @param managementPort the port of its health endpoint
 * @param bootstrap the broker's address
 * @param clientProperties the security settings of a Kafka client
 */
record RegistrySettings(
    DataDirectory data,
    int port,
    int managementPort,
    String bootstrap,
    Map<String, String> clientProperties) {

  private static final String TOPIC_PREFIX = "plimsoll.registry.";

  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("quarkus.http.host", BrokerSettings.HOST),
          Map.entry("quarkus.management.host", BrokerSettings.HOST),
          Map.entry("apicurio.storage.kind", "kafkasql"),
          Map.entry("apicurio.kafkasql.topic", TOPIC_PREFIX + "journal"),
          Map.entry("apicurio.kafkasql.topic.partitions", "1"),
          Map.entry("apicurio.kafkasql.snapshots.topic", TOPIC_PREFIX + "snapshots"),
          Map.entry("apicurio.events.kafka.topic", TOPIC_PREFIX + "events"),
          Map.entry("apicurio.kafkasql.consumer.group-prefix", TOPIC_PREFIX),
          // It joins a group of a new name at each start and reads from the beginning: with no
          // committed offsets nothing of those groups stays behind.
          Map.entry("apicurio.kafkasql.consumer.enable.auto.commit", "false"),
          // Its start waits this long for snapshots that are never taken (see below): 5 s
          // otherwise.
          Map.entry("apicurio.kafkasql.consumer.poll.timeout", "200"),
          Map.entry("apicurio.kafkasql.snapshot.scheduled.enabled", "false"),
          Map.entry("apicurio.usage.telemetry.enabled", "false"),
          Map.entry("quarkus.scheduler.enabled", "false"),
          Map.entry("apicurio.datasource.jdbc.initial-size", "1"),
          Map.entry("apicurio.datasource.jdbc.min-size", "1"),
          Map.entry("apicurio.datasource.jdbc.max-size", "10"),
          Map.entry("quarkus.http.access-log.enabled", "false"),
          Map.entry("quarkus.banner.enabled", "false"),
          Map.entry("quarkus.log.level", "WARN"),
          Map.entry("quarkus.log.category.\"io.apicurio\".level", "INFO"),
          Map.entry("quarkus.log.console.enabled", "false"),
          Map.entry("quarkus.log.file.enabled", "true"),
          Map.entry("quarkus.log.file.json.enabled", "false"),
          Map.entry("quarkus.log.file.rotation.max-file-size", "4M"),
          Map.entry("quarkus.log.file.rotation.max-backup-index", "2"),
          Map.entry("quarkus.log.file.rotation.rotate-on-boot", "false"));

  static RegistrySettings onFreePorts(
      DataDirectory data, String bootstrap, Map<String, String> clientProperties) {
    int port = FreePort.pick();
    return new RegistrySettings(
        data, port, FreePort.pickOtherThan(port), bootstrap, clientProperties);
  }

  Path logFile() {
    return data.logs().resolve("registry.log");
  }

  /** Returns the text of its {@code application.properties}; it holds a secret. */
  String toText() {
    Map<String, String> all = new TreeMap<>(FIXED);
    all.put("quarkus.http.port", Integer.toString(port));
    all.put("quarkus.management.port", Integer.toString(managementPort));
    all.put("quarkus.log.file.path", logFile().toString());
    all.put("apicurio.storage.snapshot.location", data.registry().toString());
    all.put("apicurio.import.work-dir", data.registry().toString());
    all.put("apicurio.kafkasql.bootstrap.servers", bootstrap);
    clientProperties.forEach((key, value) -> all.put("apicurio.kafka.common." + key, value));
    return all.entrySet().stream()
        .map(setting -> setting.getKey() + "=" + setting.getValue().replace("\\", "\\\\"))
        .collect(Collectors.joining("\n"));
  }
}
