/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.schemas.serde;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the schema registry is, under Confluent's own configuration names.
 *
 * @param urls base URLs of the Confluent REST protocol, tried in order ({@code
 *     schema.registry.url}, comma-separated)
 * @param userInfo {@code user:password} for basic authentication ({@code basic.auth.user.info})
 * @param autoRegister whether an unknown schema is registered at its first use ({@code
 *     auto.register.schemas}, default true)
 */
public record RegistryConfig(List<URI> urls, Optional<String> userInfo, boolean autoRegister) {

  /** Reads Confluent's keys; refuses a configuration without a URL. */
  public static RegistryConfig from(Map<String, String> config) {
    String urls = config.getOrDefault("schema.registry.url", "");
    if (urls.isBlank()) {
      throw new IllegalArgumentException(
          "Expected schema.registry.url to name at least one URL, but it is empty");
    }
    List<URI> bases =
        Arrays.stream(urls.split(","))
            .map(String::strip)
            .map(url -> URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url))
            .toList();
    return new RegistryConfig(
        bases,
        Optional.ofNullable(config.get("basic.auth.user.info")),
        Boolean.parseBoolean(config.getOrDefault("auto.register.schemas", "true")));
  }
}
