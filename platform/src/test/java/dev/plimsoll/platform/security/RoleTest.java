/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoleTest {
  @Test
  void shouldIncludeTheRolesBeforeIt() {
    // when / then
    assertThat(Role.CHANNEL.included()).containsExactly(Role.CHANNEL);
    assertThat(Role.ADMIN.included()).containsExactly(Role.CHANNEL, Role.OPERATOR, Role.ADMIN);
  }

  @Test
  void shouldHaveTheNamesOfItsAnnotations() {
    // when / then
    assertThat(Role.CHANNEL.word()).isEqualTo(Role.CHANNEL_NAME);
    assertThat(Role.OPERATOR.word()).isEqualTo(Role.OPERATOR_NAME);
    assertThat(Role.ADMIN.word()).isEqualTo(Role.ADMIN_NAME);
  }
}
