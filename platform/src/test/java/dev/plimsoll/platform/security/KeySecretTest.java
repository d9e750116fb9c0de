/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySecretTest {
  private static final String KEY = "plim_0123456789ab_" + "s".repeat(43);

  @Test
  void shouldReadWhatItWrote() {
    // given
    KeySecret secret = KeySecret.generate();

    // when / then
    assertThat(KeySecret.parse(secret.text())).contains(secret);
    assertThat(KeySecret.parse(" " + secret.text() + "\n")).contains(secret);
  }

  @Test
  void shouldNeverBeTheSame() {
    // when / then
    assertThat(KeySecret.generate()).isNotEqualTo(KeySecret.generate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plim", "plim_0123456789ab_short", "PLIM_0123456789ab_"})
  void shouldRefuseWhatHasNotTheForm(String text) {
    // when / then
    assertThat(KeySecret.parse(text)).isEmpty();
    assertThat(KeySecret.parse(KEY + "x" + text)).isEmpty();
  }

  @Test
  void shouldNotPrintItsSecret() {
    // when
    KeySecret secret = KeySecret.parse(KEY).orElseThrow();

    // then
    assertThat(secret).hasToString("plim_0123456789ab_...");
    assertThat(secret.hash()).hasSize(32);
  }
}
