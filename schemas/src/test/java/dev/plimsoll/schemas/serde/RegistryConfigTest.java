/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryConfigTest {
  @Test
  void shouldReadConfluentsKeys() {
    // when
    RegistryConfig config =
        RegistryConfig.from(
            Map.of(
                "schema.registry.url", "http://a:8081/, http://b:8081/apis/ccompat/v7",
                "basic.auth.user.info", "ada:secret",
                "auto.register.schemas", "false"));

    // then
    assertThat(config.urls())
        .containsExactly(URI.create("http://a:8081"), URI.create("http://b:8081/apis/ccompat/v7"));
    assertThat(config.userInfo()).contains("ada:secret");
    assertThat(config.autoRegister()).isFalse();
  }

  @Test
  void shouldRegisterUnlessTold() {
    // when
    RegistryConfig config = RegistryConfig.from(Map.of("schema.registry.url", "http://a:8081"));

    // then
    assertThat(config.autoRegister()).isTrue();
  }

  @Test
  void shouldRefuseAConfigurationWithoutAUrl() {
    // when / then
    assertThatThrownBy(() -> RegistryConfig.from(Map.of()))
        .hasMessageContaining("schema.registry.url");
  }
}
