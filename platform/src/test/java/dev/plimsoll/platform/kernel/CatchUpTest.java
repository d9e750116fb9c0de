/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kernel;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.platform.kafka.NotReadyException;
import dev.plimsoll.platform.kernel.CatchUp.Backlog;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CatchUpTest {
  @Test
  void shouldRefuseReadsUntilWhatOthersMayHaveAnsweredIsDecided() {
    // given
    CatchUp catchUp = new CatchUp(partition -> new Backlog(3, 6));
    catchUp.assigned(1);
    catchUp.decided(1, 4);

    // when / then
    assertThatThrownBy(() -> catchUp.check(1)).isInstanceOf(NotReadyException.class);
    catchUp.decided(1, 5);
    assertThatCode(() -> catchUp.check(1)).doesNotThrowAnyException();
  }

  @Test
  void shouldAllowReadsAtOnceWhenNothingIsLeftToDecide() {
    // given
    CatchUp catchUp = new CatchUp(partition -> new Backlog(6, 6));

    // when
    catchUp.assigned(1);

    // then
    assertThatCode(() -> catchUp.check(1)).doesNotThrowAnyException();
  }

  @Test
  void shouldNotWaitForAnOffsetThatIsNoRecord() {
    // given
    AtomicLong committed = new AtomicLong(3);
    CatchUp catchUp = new CatchUp(partition -> new Backlog(committed.get(), 6));
    catchUp.assigned(1);
    catchUp.decided(1, 4);

    // when
    committed.set(6);

    // then
    assertThatCode(() -> catchUp.check(1)).doesNotThrowAnyException();
  }

  @Test
  void shouldKeepPartitionsApart() {
    // given
    CatchUp catchUp = new CatchUp(partition -> new Backlog(0, partition));
    catchUp.assigned(0);
    catchUp.assigned(2);

    // when
    catchUp.decided(0, 1);

    // then
    assertThatCode(() -> catchUp.check(0)).doesNotThrowAnyException();
    assertThatThrownBy(() -> catchUp.check(2)).isInstanceOf(NotReadyException.class);
  }
}
