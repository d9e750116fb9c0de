/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kafka;

import static java.util.Objects.requireNonNull;

import dev.plimsoll.schemas.topics.TopicSpec;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates the topics that are missing, and refuses to start on ones that are not as they must be.
 */
@ApplicationScoped
public class TopicProvisioner {
  private final KafkaConnection kafka;
  private final KafkaConfig config;

  TopicProvisioner(KafkaConnection kafka, KafkaConfig config) {
    this.kafka = kafka;
    this.config = config;
  }

  /**
   * Makes sure of topics.
   *
   * @throws IllegalStateException when one exists and differs; the message names every difference
   */
  public void ensure(List<TopicSpec> specs) {
    try (Admin admin = kafka.admin()) {
      List<String> existing =
          admin.listTopics().names().get().stream()
              .filter(name -> specs.stream().anyMatch(spec -> spec.name().equals(name)))
              .toList();
      create(admin, specs.stream().filter(spec -> !existing.contains(spec.name())).toList());
      List<String> differences =
          differences(
              admin, specs.stream().filter(spec -> existing.contains(spec.name())).toList());
      if (!differences.isEmpty()) {
        throw new IllegalStateException(String.join("; ", differences));
      }
    } catch (ExecutionException e) {
      throw new KafkaException("Expected to see and create topics, but the broker refused", e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private void create(Admin admin, List<TopicSpec> missing)
      throws ExecutionException, InterruptedException {
    List<NewTopic> topics =
        missing.stream()
            .map(spec ->
                new NewTopic(spec.name(), partitions(spec), config.replicationFactor())
                    .configs(spec.config()))
            .toList();
    try {
      admin.createTopics(topics).all().get();
    } catch (ExecutionException e) {
      // Another instance may have been first.
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private List<String> differences(Admin admin, List<TopicSpec> specs)
      throws ExecutionException, InterruptedException {
    Collection<String> names = specs.stream().map(TopicSpec::name).toList();
    Map<String, TopicDescription> topics = admin.describeTopics(names).allTopicNames().get();
    Map<String, Config> configs =
        admin
            .describeConfigs(
                names.stream().map(name -> new ConfigResource(Type.TOPIC, name)).toList())
            .all()
            .get()
            .entrySet()
            .stream()
            .collect(Collectors.toMap(e -> e.getKey().name(), Map.Entry::getValue));
    List<String> differences = new ArrayList<>();
    for (TopicSpec spec : specs) {
      int actual = requireNonNull(topics.get(spec.name())).partitions().size();
      if (actual != partitions(spec)) {
        differences.add(
            "Expected topic %s to have %d partitions, but it has %d: set plimsoll.kafka.session-partitions to what it was created with"
                .formatted(spec.name(), partitions(spec), actual));
      }
      differences.addAll(configDifferences(spec, requireNonNull(configs.get(spec.name()))::get));
    }
    return differences;
  }

  private static List<String> configDifferences(
      TopicSpec spec, Function<String, ConfigEntry> actual) {
    return spec.config().entrySet().stream()
        .filter(wanted -> !wanted.getValue().equals(actual.apply(wanted.getKey()).value()))
        .map(wanted ->
            "Expected topic %s to have %s=%s, but it has %s: alter the topic"
                .formatted(
                    spec.name(),
                    wanted.getKey(),
                    wanted.getValue(),
                    actual.apply(wanted.getKey()).value()))
        .toList();
  }

  private int partitions(TopicSpec spec) {
    return spec.partitions(config.sessionPartitions());
  }
}
