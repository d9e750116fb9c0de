/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * The settings of the one-node broker and controller.
 *
 * <p>Both listeners ask for SASL: the broker would otherwise be a way around the API keys for every
 * other user of the machine. The controller's listener knows the user {@code admin} alone, since
 * writing cluster metadata is as good as writing any topic.
 *
 * @param logs where the log segments go
 * @param clientPort the port for clients
 * @param controllerPort the port for the controller
 * @param adminSecret the password of {@code admin}, the broker itself
 * @param serviceSecret the password of {@code plimsoll}, the services
 */
record BrokerSettings(
    Path logs, int clientPort, int controllerPort, String adminSecret, String serviceSecret) {

  static final String HOST = "127.0.0.1";
  static final String SERVICE_USER = "plimsoll";
  private static final String ADMIN_USER = "admin";

  /** Records of 8 MB, and room for keys, headers and what batching adds. */
  private static final String LARGEST_BATCH_BYTES = "10485760";

  /** Ten years: an idle month must not make a service read its commands again. */
  private static final String OFFSETS_RETENTION_MINUTES = Integer.toString(10 * 365 * 24 * 60);

  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("process.roles", "broker,controller"),
          Map.entry("node.id", "1"),
          Map.entry("controller.listener.names", "CONTROLLER"),
          Map.entry("inter.broker.listener.name", "CLIENT"),
          Map.entry(
              "listener.security.protocol.map", "CLIENT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT"),
          Map.entry("sasl.enabled.mechanisms", "PLAIN"),
          Map.entry("sasl.mechanism.inter.broker.protocol", "PLAIN"),
          Map.entry("sasl.mechanism.controller.protocol", "PLAIN"),
          Map.entry("default.replication.factor", "1"),
          Map.entry("min.insync.replicas", "1"),
          Map.entry("num.partitions", "1"),
          Map.entry("auto.create.topics.enable", "false"),
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("offsets.topic.num.partitions", "2"),
          Map.entry("offsets.retention.minutes", OFFSETS_RETENTION_MINUTES),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("transaction.state.log.num.partitions", "2"),
          Map.entry("share.coordinator.state.topic.replication.factor", "1"),
          Map.entry("share.coordinator.state.topic.min.isr", "1"),
          Map.entry("share.coordinator.state.topic.num.partitions", "1"),
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          // After a kill the controller holds the dead broker's session for this long: 9 s
          // otherwise
          Map.entry("broker.session.timeout.ms", "3000"),
          Map.entry("broker.heartbeat.interval.ms", "500"),
          Map.entry("message.max.bytes", LARGEST_BATCH_BYTES),
          Map.entry("replica.fetch.max.bytes", LARGEST_BATCH_BYTES),
          Map.entry("socket.request.max.bytes", "104857600"),
          // 128 MB of heap and 10 MB of mapped file per partition otherwise
          Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
          Map.entry("log.index.size.max.bytes", "1048576"),
          Map.entry("num.network.threads", "2"),
          Map.entry("num.io.threads", "4"),
          Map.entry("background.threads", "2"));

  Properties toProperties() {
    Properties properties = new Properties();
    properties.putAll(FIXED);
    properties.put("log.dirs", logs.toString());
    properties.put(
        "listeners",
        "CLIENT://%s:%d,CONTROLLER://%s:%d".formatted(HOST, clientPort, HOST, controllerPort));
    properties.put("advertised.listeners", "CLIENT://%s:%d".formatted(HOST, clientPort));
    properties.put("controller.quorum.voters", "1@%s:%d".formatted(HOST, controllerPort));
    String admin = "user_%s=\"%s\"".formatted(ADMIN_USER, adminSecret);
    String service = "user_%s=\"%s\"".formatted(SERVICE_USER, serviceSecret);
    properties.put(
        "listener.name.client.plain.sasl.jaas.config",
        login(ADMIN_USER, adminSecret, admin + " " + service));
    properties.put(
        "listener.name.controller.plain.sasl.jaas.config", login(ADMIN_USER, adminSecret, admin));
    return properties;
  }

  /** Returns what a client of the services needs beside the address. */
  Map<String, String> clientProperties() {
    return Map.of(
        "security.protocol", "SASL_PLAINTEXT",
        "sasl.mechanism", "PLAIN",
        "sasl.jaas.config", login(SERVICE_USER, serviceSecret, ""));
  }

  private static String login(String user, String password, String others) {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\" %s;"
        .formatted(user, password, others);
  }
}
