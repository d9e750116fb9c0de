/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.schemas.shared.Usage;
import org.junit.jupiter.api.Test;

class StoreFormatTest {
  private final StoreFormat<Usage> format = StoreFormat.of(Usage.class);

  @Test
  void shouldBeginWithAVersionAndHaveNoRegistryId() {
    // when
    byte[] bytes = format.encode(new Usage(1L, 2L, 3L, 4L));

    // then
    assertThat(bytes).containsExactly(1, 2, 4, 6, 8);
  }

  @Test
  void shouldGiveBackWhatItWasGiven() {
    // given
    Usage usage = new Usage(1L, Long.MAX_VALUE, 0L, -1L);

    // when
    Usage back = format.decode(format.encode(usage));

    // then
    assertThat(back).isEqualTo(usage);
  }

  @Test
  void shouldGiveEqualBytesForEqualRecords() {
    // when
    byte[] once = format.encode(new Usage(1L, 2L, 3L, 4L));
    byte[] again = format.encode(new Usage(1L, 2L, 3L, 4L));

    // then
    assertThat(again).isEqualTo(once);
  }

  @Test
  void shouldRefuseAnotherVersion() {
    // given
    byte[] bytes = format.encode(new Usage(1L, 2L, 3L, 4L));
    bytes[0] = 2;

    // when / then
    assertThatThrownBy(() -> format.decode(bytes))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("version 2");
  }

  @Test
  void shouldRefuseNothingAtAll() {
    // when / then
    assertThatThrownBy(() -> format.decode(new byte[0])).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shouldRefuseDamagedBytes() {
    // when / then
    assertThatThrownBy(() -> format.decode(new byte[] {1, 2, 4})).hasMessageContaining("Usage");
  }
}
